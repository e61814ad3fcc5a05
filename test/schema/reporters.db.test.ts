import { expect, it } from 'vitest';
import { OWNER, ownershipDocument } from '../support/ownership-document.ts';
import { createTestLedger } from '../support/test-ledger.ts';
import { createClient } from './client.ts';

interface Found {
  readonly nodes: readonly {
    readonly accessionNumber: string;
    readonly reportingOwners: readonly object[];
  }[];
}

it('§7 the title of a reporter is that of the remarks where "See Remarks" points to them', async () => {
  const ledger = await createTestLedger();
  const officer = (title: string) =>
    OWNER.replace(
      '<isOfficer>0</isOfficer>',
      `<isOfficer>1</isOfficer><officerTitle>${title}</officerTitle>`,
    );
  const document = (title: string, more: string) =>
    ownershipDocument({ owner: officer(title), more });
  await ledger.append({
    '0009000101-24-000001.xml': document('See Remarks', '<remarks>Keeper of Valves</remarks>'),
    '0009000101-24-000002.xml': document('Treasurer', '<remarks>Nothing of note</remarks>'),
    '0009000101-24-000003.xml': document('See Remarks', ''),
  });
  const { data } = await createClient(ledger.database).send(
    '{ filings { nodes { accessionNumber reportingOwners { officerTitle title } } } }',
  );
  const { nodes } = (data as { filings: Found }).filings;
  expect(
    Object.fromEntries(nodes.map((one) => [one.accessionNumber.slice(-1), one.reportingOwners[0]])),
  ).toEqual({
    1: { officerTitle: 'See Remarks', title: 'Keeper of Valves' },
    2: { officerTitle: 'Treasurer', title: 'Treasurer' },
    3: { officerTitle: 'See Remarks', title: 'See Remarks' },
  });
});
