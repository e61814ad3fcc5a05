import { expect, test } from 'vitest';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';
import { inventedForm4 } from './invented.ts';

const OWNERS = [
  { cik: '9000931', name: 'Hoarder Hetty' },
  { cik: '9000932', name: 'Seller Silas' },
];

test('§5 a closed holding is not listed or counted unless asked for', async () => {
  const ledger = await createTestLedger();
  for (const [index, owner] of OWNERS.entries()) {
    const after = index === 0 ? '100' : '0';
    const text = inventedForm4({
      period: '2023-05-02',
      signedOn: '2023-05-03',
      owners: [owner],
      lines: [{ code: 'S', acquired: false, shares: '5', price: '2', after }],
    });
    await ledger.append({ [`0009000931-23-00000${index + 1}.xml`]: text });
  }
  const client = createClient(ledger.database);
  const listed = (filter: string) => `
    holdings(asOf: "2023-06-01"${filter}) { totalCount nodes { amount status } }`;
  const asked = (filter: string) =>
    `{ issuer(by: { cik: "9000901" }) { ${listed(filter)} } people { nodes { name ${listed(filter)} } } }`;
  const held = { amount: '100', status: 'CURRENT' };
  const closed = { amount: '0', status: 'CLOSED' };
  const answer = (hetty: object[], silas: object[]) => ({
    issuer: {
      holdings: { totalCount: hetty.length + silas.length, nodes: [...hetty, ...silas] },
    },
    people: {
      nodes: [
        { name: 'Hoarder Hetty', holdings: { totalCount: hetty.length, nodes: hetty } },
        { name: 'Seller Silas', holdings: { totalCount: silas.length, nodes: silas } },
      ],
    },
  });
  const unasked = await client.send(asked(''));
  expect(unasked.errors).toBeUndefined();
  expect(unasked.data).toEqual(answer([held], []));
  const onlyClosed = await client.send(asked(', filter: { statuses: [CLOSED] }'));
  expect(onlyClosed.data).toEqual(answer([], [closed]));
  const all = await client.send(
    asked(', filter: { statuses: [CURRENT, CARRIED, EXPIRED, CLOSED] }'),
  );
  expect(all.data).toEqual(answer([held], [closed]));
});
