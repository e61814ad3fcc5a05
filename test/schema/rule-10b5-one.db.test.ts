import { expect, test } from 'vitest';
import { ingest } from '../../src/ledger/index.ts';
import { graphql } from '../graphql/index.ts';
import { form4Document } from '../support/form4.ts';
import { sourceDocument } from '../support/source-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

const PLANS = graphql(`
  query Plans {
    filings {
      nodes {
        rule10b5One { ...Plan }
        transactions { rule10b5One { ...Plan } }
      }
    }
  }
  fragment Plan on Rule10b5One {
    box
    mentioned
    negated
    adoptedOn
    footnotes { field footnote { id } }
  }
`);

const SALE = { code: 'S', shares: '100', price: '10', after: '900', acquired: false };
const UNDER = 'Effected pursuant to a Rule 10b5-1 trading plan adopted on November 23, 2022.';

async function plansOf(notes: readonly (string | undefined)[], box?: '0' | '1') {
  const { database } = await createTestLedger();
  const lines = notes.map((note, index) => ({
    ...SALE,
    after: String(900 - 100 * index),
    ...(note === undefined ? {} : { note }),
  }));
  const form = { number: 1, owners: [{ cik: 404, name: 'Verrinder Jo' }], lines };
  const { name, bytes } = form4Document(form);
  const ticked = box === undefined ? '' : `<aff10b5One>${box}</aff10b5One>`;
  const text = new TextDecoder()
    .decode(bytes)
    .replace('<nonDerivativeTable>', `${ticked}<nonDerivativeTable>`);
  await ingest(database, [sourceDocument(name, text)]);
  return (await createClient(database).ask(PLANS)).filings.nodes[0];
}

test('§8 an unchecked box and a plan in a footnote are two facts, by filing and by line', async () => {
  const filing = await plansOf([UNDER, undefined], '0');
  const plan = { box: 'UNCHECKED', mentioned: true, negated: false, adoptedOn: '2022-11-23' };
  const none = {
    box: 'UNCHECKED',
    mentioned: false,
    negated: false,
    adoptedOn: null,
    footnotes: [],
  };
  expect(filing?.rule10b5One).toEqual({
    ...plan,
    footnotes: [{ field: 'footnotes', footnote: { id: 'F1' } }],
  });
  expect(filing?.transactions.map(({ rule10b5One }) => rule10b5One)).toMatchObject([plan, none]);
  expect(filing?.transactions[0]?.rule10b5One.footnotes[0]?.footnote.id).toBe('F1');
});

test('§8 a sale that is not under a plan is distinguished from one that is', async () => {
  const filing = await plansOf(
    [UNDER, 'This sale was not made pursuant to a Rule 10b5-1 plan.'],
    '1',
  );
  expect(filing?.rule10b5One).toMatchObject({ box: 'CHECKED', mentioned: true, negated: false });
  expect(filing?.transactions.map(({ rule10b5One }) => rule10b5One.negated)).toEqual([false, true]);
});

test('§8 a document without the box has none', async () => {
  expect((await plansOf([undefined]))?.rule10b5One.box).toBe('ABSENT');
});
