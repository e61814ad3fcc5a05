import { MILLION } from '../../test/support/million-entries.ts';

const cik = (id: bigint) => `"${String(id).padStart(10, '0')}"`;
const person = `person(by: { cik: ${cik(MILLION.people.first + 40n)} })`;
const issuer = `issuer(by: { cik: ${cik(MILLION.issuers.first + 40n)} })`;
const large = `issuer(by: { cik: ${cik(MILLION.largeIssuer)} })`;
const at = 'asOf: "2020-01-01", knownAt: "2021-01-01T00:00:00Z"';
const known = 'knownAt: "2021-01-01T00:00:00Z"';
const ciks = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => cik(MILLION.people.first + BigInt(index))).join()}]`;
const issuerCiks = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => cik(MILLION.issuers.first + 10n + BigInt(index))).join()}]`;
const globalId = (type: string, key: bigint) =>
  `"${Buffer.from(`${type}:${key}`).toString('base64url')}"`;
const aliases = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `a${index}: ${part(index)}`).join(' ');
const HOLDING = 'amount unit status security { title } issuer { name }';
const EVENT = 'position type ... on TransactionReported { code shares people { name } }';

/**
 * Queries whose declared cost is compared with the CPU that they take, by what they ask. Those of
 * attacks that once stopped a server are among them.
 */
export const PRICED_QUERIES: Readonly<Record<string, string>> = {
  nothing: '{ __typename }',
  'ledger state': '{ ledger { events head { position } } }',
  'readings behind': '{ ledger { readingsBehind } }',
  'one person': `{ ${person} { name cik } }`,
  'one issuer': `{ ${issuer} { name ticker } }`,
  'ten people': `{ peopleBy(ciks: ${ciks(10)}) { name } }`,
  'a hundred people': `{ peopleBy(ciks: ${ciks(100)}) { name cik kind } }`,
  'a hundred issuers': `{ issuersBy(ciks: ${issuerCiks(100)}) { name ticker } }`,
  'page of people': '{ people { nodes { name } } }',
  'page of 100 people': '{ people(first: 100) { nodes { name cik } } }',
  'count of people': '{ people { totalCount } }',
  'count of people by name': '{ people(filter: { name: "a" }) { totalCount } }',
  'people by name': '{ people(filter: { name: "smith" }) { nodes { name } } }',
  'count of directors': '{ people(filter: { role: DIRECTOR }) { totalCount } }',
  'page of issuers': '{ issuers { nodes { name ticker } } }',
  'count of issuers': '{ issuers { totalCount } }',
  'page of filings': '{ filings { nodes { form knownAt } } }',
  'page of 100 filings': '{ filings(first: 100) { nodes { form knownAt issuer { name } } } }',
  'count of filings': '{ filings { totalCount } }',
  'count of filings by form': '{ filings(filter: { forms: [FORM_4] }) { totalCount } }',
  'filings with owners and lines': `{ filings(first: 20) { nodes { form reportingOwners { person { name } } transactions { code shares } } } }`,
  'page of events': `{ events { nodes { ${EVENT} } } }`,
  'page of 100 events': `{ events(last: 100) { nodes { ${EVENT} } } }`,
  'count of events': '{ events { totalCount } }',
  'count of purchases': '{ events(filter: { codes: [P] }) { totalCount } }',
  'screen of transactions': '{ transactions { nodes { code shares pricePerShare } } }',
  'screen of 100':
    '{ transactions(first: 100) { nodes { code shares pricePerShare people { name } } } }',
  'screen by value':
    '{ transactions(orderBy: { by: VALUE, direction: DESC }) { nodes { code value } } }',
  'count of a screen': '{ transactions { totalCount } }',
  clusters: '{ clusters { nodes { from to people { name } } } }',
  'count of clusters': '{ clusters { totalCount } }',
  search: '{ search(text: "smith") { nodes { __typename } } }',
  'search with a wrong letter': '{ search(text: "smiht jonh") { nodes { __typename } } }',
  'count of a search': '{ search(text: "an") { totalCount } }',
  'holdings of a person': `{ ${person} { holdings(${at}) { nodes { ${HOLDING} } } } }`,
  'count of a person’s holdings': `{ ${person} { holdings(${at}) { totalCount } } }`,
  'holdings of 50 people': `{ peopleBy(ciks: ${ciks(50)}) { name holdings(${at}) { nodes { ${HOLDING} } } } }`,
  'holdings of an issuer': `{ ${issuer} { holdings(${at}) { nodes { ${HOLDING} } } } }`,
  'holdings of a large issuer': `{ ${large} { holdings(${at}) { nodes { ${HOLDING} } } } }`,
  'count of a large issuer’s holdings': `{ ${large} { holdings(${at}) { totalCount } } }`,
  'adjusted holdings of a large issuer': `{ ${large} { holdings(${at}, basis: ADJUSTED) { nodes { amount } } } }`,
  'holdings on 12 dates': `{ ${person} { holdingsOn(dates: [${Array.from({ length: 12 }, (_, month) => `"2019-${String(month + 1).padStart(2, '0')}-01"`).join()}]) { asOf holdings { nodes { amount } } } } }`,
  'large issuer on 12 dates': `{ ${large} { holdingsOn(dates: [${Array.from({ length: 12 }, (_, month) => `"2019-${String(month + 1).padStart(2, '0')}-01"`).join()}]) { asOf holdings { nodes { amount } } } } }`,
  'ownership of an issuer': `{ ${issuer} { ownership(${at}) { total } } }`,
  'ownership of a large issuer': `{ ${large} { ownership(${at}) { total } } }`,
  activity: `{ ${issuer} { activity(from: "2010-01-01", to: "2019-12-31") { from purchases { shares } sales { shares } } } }`,
  'activity of a large issuer by day': `{ ${large} { activity(from: "2010-01-01", to: "2019-12-31", by: DAY) { from purchases { shares } } } }`,
  'corporate actions of a large issuer': `{ ${large} { corporateActions { __typename } } }`,
  insiders: `{ ${issuer} { insiders(${at}) { nodes { roles person { name } } } } }`,
  'insiders of a large issuer': `{ ${large} { insiders(${at}) { nodes { roles person { name } } } } }`,
  'count of a large issuer’s insiders': `{ ${large} { insiders(${at}) { totalCount } } }`,
  'insiders’ other issuers': `{ ${large} { insiders(${at}, first: 50) { nodes { person { name relationships(${at}) { nodes { issuer { name } } } } } } } }`,
  'co-insiders': `{ ${person} { coInsiders(${at}) { nodes { __typename } } } }`,
  'co-insiders of a busy person': `{ person(by: { cik: ${cik(MILLION.busyPerson)} }) { coInsiders(${at}) { nodes { __typename } } } }`,
  'role history': `{ ${person} { roleHistory { roles } } }`,
  series: `{ person(by: { cik: ${cik(MILLION.tirelessPerson)} }) { holdingHistory(issuer: ${globalId('Issuer', MILLION.tirelessIssuer)}, ${known}) { points { amount } } } }`,
  'connection path': `{ connectionPath(from: ${globalId('Person', MILLION.people.first + 40n)}, to: ${globalId('Person', MILLION.people.first + (41_000n % 11_000n))}, ${at}) { degree } }`,
  'page of a snapshot’s holdings': `{ snapshot(${at}) { holdings { nodes { ${HOLDING} } } } }`,
  'count of a snapshot’s holdings': `{ snapshot(${at}) { holdings { totalCount } } }`,
  'count of a snapshot’s relationships': `{ snapshot(${at}) { relationships { totalCount } } }`,
  'count of a snapshot’s people': `{ snapshot(${at}) { people { totalCount } } }`,
  'page of a snapshot’s people': `{ snapshot(${at}) { people { nodes { name } } } }`,
  'five counts of snapshots': `{ ${aliases(5, (index) => `snapshot(asOf: "201${index}-01-01", knownAt: "2021-01-01T00:00:00Z") { holdings { totalCount } }`)} }`,
  'twenty searches': `{ ${aliases(20, (index) => `search(text: "smith ${index}") { nodes { __typename } }`)} }`,
  'people and their filings': '{ people(first: 50) { nodes { name filings { nodes { form } } } } }',
  'people and counts of their filings':
    '{ people(first: 50) { nodes { filings { totalCount } } } }',
  'people, their holdings and issuers': `{ people(first: 100) { nodes { holdings(${at}) { nodes { ${HOLDING} } } } } }`,
};
