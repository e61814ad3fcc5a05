import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readIndex } from '../../src/sources/edgar/indexes/index.ts';
import { listSubmissions } from '../../src/sources/edgar/submissions.ts';
import type { Cik } from '../../src/values/index.ts';

/** A folder of indexes and lists that EDGAR once gave (CORPUS_FEEDS). */
const folder = process.env.CORPUS_FEEDS ?? '';
const names = folder === '' ? [] : readdirSync(folder);
const indexes = names.filter((name) => /\.idx(?:\.txt|\.gz)?$/.test(name));
const lists = names.filter((name) => /submissions__CIK\d{10}.*\.json$/.test(name));

/** A file's text, unpacked. */
function textOf(name: string): string {
  const bytes = readFileSync(join(folder, name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1');
}

describe.skipIf(names.length === 0)('of what EDGAR once gave', () => {
  it('every index is read whole, line by line', async () => {
    for (const name of indexes) {
      const { filings, badLines } = await readIndex(createReadStream(join(folder, name)));
      const lines = textOf(name).match(/^[345](?:\/A)? .*|.*\|[345](?:\/A)?\|\d.*/gm) ?? [];
      const paths = lines.map(
        (line) =>
          line
            .trim()
            .split(/[|\s]+/)
            .at(-1) ?? '',
      );
      const numbers = paths.map((path) => path.slice(-24, -4));
      expect(badLines, name).toEqual([]);
      expect(new Set(filings.map(({ accessionNumber }) => accessionNumber))).toEqual(
        new Set(numbers),
      );
      expect(filings).toHaveLength(new Set(numbers).size);
      expect(filings.flatMap(({ filers }) => filers)).toHaveLength(new Set(paths).size);
    }
  });

  it('no page of an error is taken for an index', async () => {
    for (const name of names.filter((one) => /error|\.atom/.test(one))) {
      const reading = readIndex(createReadStream(join(folder, name)));
      await expect(reading, name).rejects.toMatchObject({ category: 'Incorrect' });
    }
  });

  it("every list of a filer's submissions is read whole", async () => {
    for (const name of lists) {
      const bytes = readFileSync(join(folder, name));
      const empty = { accessionNumber: [], filingDate: [], form: [] };
      const [, cik = ''] = /CIK(\d{10})/.exec(name) ?? [];
      const listed = await listSubmissions(
        {
          get: async (path) => ({
            outcome: 'found',
            bytes: /submissions-\d/.test(path) ? Buffer.from(JSON.stringify(empty)) : bytes,
            validators: { etag: null, lastModified: null },
          }),
        },
        cik as Cik,
      );
      const { recent } = JSON.parse(bytes.toString()).filings;
      const forms = recent.form.filter((form: string) => /^[345](\/A)?$/.test(form));
      expect(listed?.filings).toHaveLength(forms.length);
      expect(listed?.badRows).toBe(0);
      expect(listed?.filings.length).toBeGreaterThan(0);
    }
  });
});
