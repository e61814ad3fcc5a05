import { describe, expect, it } from 'vitest';
import { planBox, statedPlan } from '../../../src/rules/lines/rule-10b5-one.ts';

const said = (...texts: string[]) => statedPlan(texts);

describe('§8 what a text says of a Rule 10b5-1 plan', () => {
  it.each([
    'Sold under a Rule 10b5-1 plan.',
    '10b5–1',
    '10b5—1(c) plan',
    '10b5‑1 plan',
    '10b51 plan',
    '10b-5-1',
    '10b5-l trading plan',
    'Rule 105b-1',
    'a 10b5 plan',
    'a 10b-5 trading plan',
    '10(b)5-1',
    'Sold under a Rule 10b-5(1) plan.',
    'a Rule 10b5(1) trading plan',
    'Made pursuant to a trading plan intended to satisfy Rule 10b5-1(c).',
  ])('mentions it: %s', (text) => {
    expect(said(text)).toMatchObject({ mentioned: true, negated: false });
  });

  it.each(['Rule 10b-5 forbids fraud.', 'Bought 10,051 shares.', 'A plan of 110b5-10 units.', ''])(
    'does not mention it: %s',
    (text) => {
      expect(said(text)).toEqual({ mentioned: false, negated: false, adoptedOn: null });
    },
  );

  it.each([
    'This sale was not made pursuant to a Rule 10b5-1 trading plan.',
    'These transactions were not effected under any Rule 10b5-1 plan.',
    'None of the transactions reported herein were made pursuant to a 10b5-1 plan.',
    'Neither the sale nor the purchase was pursuant to a Rule 10b5-1 plan.',
    'The shares were sold outside of a 10b5-1 plan.',
    'The sale was effected other than pursuant to a Rule 10b5-1 plan.',
    'No Rule 10b5-1 plan was in effect.',
    'The Rule 10b5-1 plan was not used for this sale.',
    'The purchase was not part of a 10b-5 trading plan.',
    'The sale was made to cover taxes and not under a 10b5-1 plan.',
    'Not a Rule 10b5-1 transaction.',
  ])('says that it is not under one: %s', (text) => {
    expect(said(text)).toMatchObject({ mentioned: true, negated: true });
  });

  it.each([
    'The sale was made under a Rule 10b5-1 plan and does not represent a discretionary trade.',
    'The sale was not discretionary and was made pursuant to a Rule 10b5-1 plan.',
    'The reporting person did not exercise discretion over the sale, which was under a 10b5-1 plan.',
    'The box is not checked because the Rule 10b5-1 plan was adopted earlier.',
    'Not only this sale was made under a Rule 10b5-1 plan.',
    'The seller does not own more. The sale was made under a 10b5-1 plan.',
  ])('does not say so: %s', (text) => {
    expect(said(text)).toMatchObject({ mentioned: true, negated: false });
  });

  it('is not negated where another text says that a trade is under a plan', () => {
    expect(said('Not made under a 10b5-1 plan.', 'Sold under a 10b5-1 plan.').negated).toBe(false);
  });

  it.each([
    'Effected pursuant to a Rule 10b5-1 trading plan adopted by the reporting person on November 23, 2022.',
    'Sold under a 10b5-1 plan adopted on Nov. 23, 2022.',
    'Sold under a 10b5-1 plan adopted by Mr. Orrery on 11/23/2022.',
    'Sold under a 10b5-1 plan entered into on 11/23/22, as last amended on March 1, 2023.',
    'Sold under a 10b5-1 plan dated November 23rd, 2022 that expires on May 1, 2024.',
    'A Rule 10b5-1 plan established by Ms. Orrery and the Orrery Family Trust on 23 November 2022.',
    'On November 23, 2022, the reporting person adopted a Rule 10b5-1 plan.',
    'The adoption date of the 10b5-1(c) plan is: 11-23-2022.',
    'A 10b5-1 plan adopted 2022-11-23.',
    'Sold pursuant to 10b5-1 instructions dated as of November 23, 2022.',
    'A plan under Rule 10b5-1 that was put into place on November 23, 2022.',
    'Trades made under a 10b5-1 plan created on November 23, 2022 and amended June 1, 2023.',
  ])('gives the day on which it was adopted: %s', (text) => {
    expect(said(text).adoptedOn).toBe('2022-11-23');
  });

  it.each([
    'A 10b5-1 plan adopted prior to February 27, 2023.',
    'A 10b5-1 plan adopted in November 2022.',
    'A 10b5-1 plan that expires on May 1, 2024.',
    'A 10b5-1 plan adopted on February 30, 2023.',
    'A 10b5-1 plan adopted on May 1, 2022 and a 10b5-1 plan adopted on May 2, 2022.',
  ])('gives none where no one day is stated: %s', (text) => {
    expect(said(text)).toMatchObject({ mentioned: true, adoptedOn: null });
  });
});

it('§8 an unchecked box denies nothing', () => {
  expect([planBox('AFFIRMED'), planBox('DENIED'), planBox('MENTIONED')]).toEqual([
    'CHECKED',
    'UNCHECKED',
    'ABSENT',
  ]);
});
