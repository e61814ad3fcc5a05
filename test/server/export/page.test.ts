import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  type ExportedTable,
  exportedEvents,
  exportedFilings,
  exportedHoldings,
} from '../../../src/reads/index.ts';
import type { CalendarDate, Instant } from '../../../src/values/index.ts';

const PAGE = new URL('../../../docs/guides/export.md', import.meta.url);
const page = readFileSync(PAGE, 'utf8');
const AT = {
  asOf: '2024-01-01' as CalendarDate,
  knownAt: '2024-01-01T00:00:00.000Z' as Instant,
};

it.each<[string, ExportedTable]>([
  ['holdings', exportedHoldings(AT, {}, { statuses: [] })],
  ['events', exportedEvents(AT.knownAt, {})],
  ['filings', exportedFilings(AT.knownAt, {})],
])(
  'docs/guides/export.md lists the columns of %s and their types, in their order',
  (name, table) => {
    const section =
      page.split(/^## /m).find((text) => text.startsWith(`Columns of ${name}\n`)) ?? '';
    const listed = [...section.matchAll(/^\| `([a-z_0-9]+)` \| (\w+) \|/gm)].map(
      ([, column, type]) => `${column} ${type}`,
    );
    const types = { person: 'id', issuer: 'id' } as Readonly<Record<string, string>>;
    expect(listed).toEqual(
      table.columns.map((column) => `${column.name} ${types[column.type] ?? column.type}`),
    );
  },
);

it('docs/guides/export.md links to files that are there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(0);
  for (const path of links) expect(existsSync(new URL(path, PAGE))).toBe(true);
});
