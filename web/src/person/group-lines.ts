/** What lines are grouped by. */
interface Grouped {
  readonly issuer: { readonly id: string };
  readonly ownership: 'DIRECT' | 'INDIRECT';
}

/** The lines of one issuer, direct and indirect ones apart. */
export interface IssuerLines<Line extends Grouped, Row> {
  readonly issuer: Line['issuer'];
  readonly forms: readonly {
    readonly ownership: Line['ownership'];
    readonly rows: readonly Row[];
  }[];
}

/**
 * Gathers rows by issuer, in the order in which issuers come, and within one by how they are owned.
 */
export function groupLines<Line extends Grouped, Row>(
  rows: readonly Row[],
  lineOf: (row: Row) => Line,
): IssuerLines<Line, Row>[] {
  const issuers = new Map<string, Row[]>();
  for (const row of rows) {
    const { id } = lineOf(row).issuer;
    const known = issuers.get(id);
    if (known === undefined) issuers.set(id, [row]);
    else known.push(row);
  }
  return [...issuers.values()].flatMap((all) => {
    const [first] = all;
    if (first === undefined) return [];
    const forms = (['DIRECT', 'INDIRECT'] as const).map((ownership) => ({
      ownership,
      rows: all.filter((row) => lineOf(row).ownership === ownership),
    }));
    return [
      { issuer: lineOf(first).issuer, forms: forms.filter(({ rows: { length } }) => length > 0) },
    ];
  });
}
