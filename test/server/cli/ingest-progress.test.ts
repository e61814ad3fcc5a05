import { expect, it } from 'vitest';
import { IngestProgress } from '../../../src/server/cli/ingest-progress.ts';

const counts = (filings: number, rejected = 0) => ({ filings, rejected });

it('the progress of an ingest is shown before anything is appended', () => {
  expect(new IngestProgress(100).text(0)).toBe(
    '0 of 100 documents, 0 filings appended, 0 rejected, 0 s',
  );
});

it('the remaining time is of filings appended, however far reading is ahead', () => {
  const progress = new IngestProgress(100);
  for (let file = 0; file < 90; file += 1) progress.finished();
  progress.settled(20, counts(18, 2));
  expect(progress.text(10)).toBe(
    '20 of 100 documents, 18 filings appended, 2 rejected, 2/s, 40 s left',
  );
});

it('no remaining time is given for archives, which hold nobody knows how many documents', () => {
  const progress = new IngestProgress(2);
  progress.finished();
  progress.settled(5_000, counts(5_000));
  expect(progress.text(50)).toBe(
    '5000 documents, 1 of 2 files read, 5000 filings appended, 0 rejected, 100/s, 50 s',
  );
});

it('accounts that a large ingest left for its end are named while they are worked out', () => {
  const progress = new IngestProgress(2_000);
  for (let file = 0; file < 2_000; file += 1) progress.finished();
  progress.settled(2_000, counts(1_990, 10));
  progress.worksOut();
  expect(progress.text(7)).toBe(
    '2000 of 2000 documents, 1990 filings appended, 10 rejected, working out holdings, 7 s',
  );
});
