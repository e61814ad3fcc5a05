import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/ledger/events/index.ts';

describe('the canonical JSON under the hashes (RFC 8785)', () => {
  it('is what a library of its own makes of any JSON', () => {
    const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('__proto__'));
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        anyText,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(anyText, tie('value'), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    [{ b: 1, a: [3, { d: null, c: true }] }, '{"a":[3,{"c":true,"d":null}],"b":1}'],
    [{ '10': 1, '9': 2 }, '{"10":1,"9":2}'],
    [
      { '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4 },
      '{"\\r":2,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
    ],
    [{ a: undefined, b: [] }, '{"b":[]}'],
    ['a"b\\c\u0007', '"a\\"b\\\\c\\u0007"'],
    [-0, '0'],
    [1e21, '1e+21'],
  ])('orders keys by their code units: %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
