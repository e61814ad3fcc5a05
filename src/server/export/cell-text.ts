import type { ExportedCell, ExportedType } from '../../reads/index.ts';
import { encodeId } from '../../schema/index.ts';

/** What stands between the texts of a list where a format has one text for it. */
const LIST_SEPARATOR = '|';

/**
 * How a cell of a type is written as text; null stays null. Identities are written as the API's
 * ids, so that a row leads there.
 */
export function textOf(type: ExportedType): (cell: ExportedCell) => string | null {
  const write = WRITERS[type] ?? String;
  return (cell) => (cell === null ? null : write(cell));
}

const WRITERS: Partial<Record<ExportedType, (cell: NonNullable<ExportedCell>) => string>> = {
  person: (cell) => encodeId('Person', cell as bigint),
  issuer: (cell) => encodeId('Issuer', cell as bigint),
  list: (cell) => (cell as readonly string[]).join(LIST_SEPARATOR),
};
