import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownIssuer,
  resolveIssuer,
  resolvePerson,
} from '../../../src/ledger/decisions/identities/resolve-identity.ts';

const issuer = (id: bigint, tickers: readonly string[], idsOfWords: readonly bigint[] = [id]) =>
  ({ id, name: 'Invented Alloys', tickers, idsOfWords }) satisfies KnownIssuer;
const PROVISIONAL = issuer(-7n, ['INVA']);

describe('§2 whom a provisional issuer stands for', () => {
  it.each([
    ['nobody, where nobody has the name', [], -7n],
    ['the one with a ticker in common', [issuer(1n, ['INVA', 'INVB'])], 1n],
    ['the one without any ticker', [issuer(1n, [])], 1n],
    ['nobody, where the tickers differ', [issuer(1n, ['OTHR'])], -7n],
    ['nobody, where two fit', [issuer(1n, ['INVA']), issuer(2n, [])], -7n],
    ['the one whose words give its id', [issuer(1n, ['INVA'], [-7n]), issuer(2n, [])], 1n],
    ['nobody, where the words of two do', [1n, 2n].map((id) => issuer(id, [], [-7n])), -7n],
    ['nobody known by name alone', [issuer(-8n, [])], -7n],
  ])('%s', (_, sameName, to) => {
    expect(resolveIssuer(PROVISIONAL, sameName).to).toBe(to);
  });

  it('does not depend on their order, and names all that fit', () => {
    const others = fc.uniqueArray(
      fc.record({
        id: fc.bigInt({ min: -3n, max: 5n }).filter((id) => id !== 0n),
        name: fc.constant('Invented Alloys'),
        tickers: fc.subarray(['INVA', 'OTHR']),
        idsOfWords: fc.subarray([-7n, -8n]),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(others, (list) => {
        const resolution = resolveIssuer(PROVISIONAL, list);
        expect(resolveIssuer(PROVISIONAL, [...list].reverse())).toEqual(resolution);
        expect(resolution.to).toBe(
          resolution.fits.length === 1 ? resolution.fits[0] : PROVISIONAL.id,
        );
        for (const id of resolution.fits.length > 1 ? resolution.fits : []) {
          expect(resolution.evidence).toContain(String(id).padStart(10, '0'));
        }
      }),
    );
  });
});

describe('§2 whom a provisional person stands for', () => {
  const person = (id: bigint) => ({ id, name: 'Quillon Petra' });
  it.each([
    ['the only one known by CIK', [person(5n), person(-9n)], 5n],
    ['itself, where several are', [person(5n), person(6n)], -7n],
    ['one and the same with other provisional ones of the issuer', [person(-9n)], -9n],
    ['that one too where several are known by CIK', [person(5n), person(6n), person(-9n)], -9n],
    ['itself, where it is the least of them', [person(-3n)], -7n],
  ])('%s', (_, sameName, to) => {
    expect(resolvePerson(person(-7n), sameName).to).toBe(to);
  });
});
