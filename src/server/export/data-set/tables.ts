import type { Filing } from '../../../parser/index.ts';
import { DATA_SET_TABLES, type DataSetTable } from '../../../values/index.ts';
import { type Cells, dateCell, line } from './cells.ts';
import { DATA_SET_COLUMNS } from './columns.ts';
import { ownerCells, submissionCells } from './filing-rows.ts';
import { keyColumn, lineCells, tableOf } from './line-rows.ts';

/** The texts of the eight tables. */
export type TableTexts = Record<DataSetTable, string>;

/** Writes filings as rows of the eight tables; keys of lines run on from one filing to the next. */
export class DataSetTables {
  readonly #keys = new Map<DataSetTable, number>();

  /** The header lines. */
  headers(): TableTexts {
    const of = (table: DataSetTable) => `${DATA_SET_COLUMNS[table].join('\t')}\n`;
    return Object.fromEntries(DATA_SET_TABLES.map((table) => [table, of(table)])) as TableTexts;
  }

  /** The rows of filings, each of which has its accession number. */
  rows(filings: readonly Filing[]): TableTexts {
    const texts = Object.fromEntries(DATA_SET_TABLES.map((table) => [table, ''])) as TableTexts;
    for (const filing of filings) {
      const add = (table: DataSetTable, cells: Cells) => {
        const row = { ACCESSION_NUMBER: filing.accessionNumber, ...cells };
        texts[table] += line(DATA_SET_COLUMNS[table], row);
      };
      add('SUBMISSION', submissionCells(filing));
      for (const owner of filing.reportingOwners) add('REPORTINGOWNER', ownerCells(owner));
      for (const filed of filing.lines) {
        const table = tableOf(filed);
        add(table, { [keyColumn(table)]: this.#nextKey(table), ...lineCells(filed) });
      }
      for (const { id, text } of filing.footnotes) {
        add('FOOTNOTES', { FOOTNOTE_ID: id, FOOTNOTE_TXT: text });
      }
      for (const { name, date } of filing.signatures) {
        add('OWNER_SIGNATURE', { OWNERSIGNATURENAME: name, OWNERSIGNATUREDATE: dateCell(date) });
      }
    }
    return texts;
  }

  #nextKey(table: DataSetTable): string {
    const key = (this.#keys.get(table) ?? 0) + 1;
    this.#keys.set(table, key);
    return String(key);
  }
}
