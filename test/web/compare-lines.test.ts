import { describe, expect, it } from 'vitest';
import { type ComparableLine, compareLines } from '../../web/src/person/compare-lines.ts';
import { differenceSentence } from '../../web/src/person/difference-sentence.ts';

type Changed = Partial<Omit<ComparableLine, 'security'>> & {
  readonly security?: Partial<ComparableLine['security']>;
};

/** A line of invented common stock, but for what is said. */
function line({ security, ...changed }: Changed = {}): ComparableLine {
  return {
    issuer: { id: 'one' },
    security: {
      class: 'COMMON STOCK',
      table: 'NON_DERIVATIVE',
      conversionOrExercisePrice: null,
      expiresOn: null,
      underlyingTitle: null,
      ...security,
    },
    ownership: 'DIRECT',
    nature: null,
    amount: '100',
    unit: 'SHARES',
    status: 'CURRENT',
    effectiveOn: '2024-01-10',
    ...changed,
  };
}

/** What is beside what, by amount. */
function compared(past: ComparableLine[], present: ComparableLine[]): string[] {
  return compareLines(past, present).map(
    (row) =>
      `${row.past?.amount ?? 'none'} ${row.differs ? '≠' : '='} ${row.present?.amount ?? 'none'}`,
  );
}

describe('what was known of a holding, beside what is known now', () => {
  it('is the same where the amount, its unit, its status and its day are', () => {
    expect(compared([line()], [line()])).toEqual(['100 = 100']);
  });

  it.each<Changed>([
    { amount: '100.5' },
    { unit: 'USD' },
    { status: 'CARRIED' },
    { effectiveOn: '2024-01-11' },
  ])('differs where one of these does: %o', (changed) => {
    expect(compared([line()], [line(changed)])).toEqual([`100 ≠ ${changed.amount ?? '100'}`]);
  });

  it.each<Changed>([
    { issuer: { id: 'other' } },
    { ownership: 'INDIRECT' },
    { nature: 'By Trust' },
    { security: { class: 'CLASS B STOCK' } },
    { security: { table: 'DERIVATIVE' } },
    { security: { conversionOrExercisePrice: '9.2' } },
    { security: { expiresOn: '2030-01-01' } },
    { security: { underlyingTitle: 'Class B Stock' } },
  ])('is not of another account: %o', (changed) => {
    expect(compared([line()], [line(changed)])).toEqual(['100 ≠ none', 'none ≠ 100']);
  });

  it('is of one account however nature and underlying title are spelled', () => {
    const security = { underlyingTitle: 'Common Stock' };
    expect(
      compared(
        [line({ nature: 'By Trust', security })],
        [line({ nature: 'by  trust.', security: { underlyingTitle: 'COMMON  STOCK' } })],
      ),
    ).toEqual(['100 = 100']);
  });

  it('puts equal lines of one key together before others, whatever their order', () => {
    const [first, second, third] = ['1', '2', '3'].map((amount) => line({ amount }));
    expect(compared([first, second] as never, [third, first] as never)).toEqual(['1 = 1', '2 ≠ 3']);
    expect(compared([second] as never, [first, second] as never)).toEqual(['2 = 2', 'none ≠ 1']);
  });

  it('says amounts apart that floating point would not', () => {
    const [a, b] = ['9007199254740992.1', '9007199254740992.2'].map((amount) => line({ amount }));
    expect(compareLines([a] as never, [b] as never)[0]?.differs).toBe(true);
  });

  it('is said in a sentence', () => {
    const say = (past: ComparableLine[], present: ComparableLine[]) =>
      differenceSentence(compareLines(past, present));
    const other = line({ nature: 'By Spouse', ownership: 'INDIRECT' });
    expect(say([], [])).toBe('Nothing is known to be held on this day, then or now.');
    expect(say([], [line()])).toBe('Nothing was known then. Now 1 line is known.');
    expect(say([line()], [line()])).toBe(
      'What was known then is what is known now: the one line is the same.',
    );
    expect(say([line(), other], [line(), other])).toBe(
      'What was known then is what is known now: all 2 lines are the same.',
    );
    expect(say([line()], [line(), other])).toBe('1 of 2 lines differs from what is known now.');
    expect(say([line()], [other])).toBe('2 of 2 lines differ from what is known now.');
  });
});
