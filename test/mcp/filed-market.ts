import { parseDocument } from '../../src/parser/index.ts';
import { generateMarket, type MarketSize } from '../../src/server/demo/index.ts';
import type { CalendarDate, SourceDocument } from '../../src/values/index.ts';

/** A transaction as a filing of a generated market has it, and what became of it. */
export interface FiledTrade {
  /** Of the first owner. */
  readonly person: string;
  readonly owners: number;
  readonly issuer: string;
  readonly number: string;
  readonly acceptedAt: string;
  readonly date: string;
  readonly code: string;
  readonly shares: string;
  readonly price: string | null;
  /** Table and title: what may be added up. */
  readonly class: string;
  /** When a 4/A that has another line for it was accepted; null where none was. */
  readonly correctedAt: string | null;
}

/** What is filed in a generated market, read without the ledger. */
export interface FiledMarket {
  readonly documents: readonly SourceDocument[];
  readonly trades: readonly FiledTrade[];
  /** Names as filed, by CIK; issuers with their ticker. */
  readonly people: ReadonlyMap<string, string>;
  readonly issuers: ReadonlyMap<string, { readonly name: string; readonly ticker: string }>;
}

/** Generates a market, and reads its documents by the parser alone. */
export function fileMarket(size: MarketSize): FiledMarket {
  const documents = [...generateMarket(size)];
  const people = new Map<string, string>();
  const issuers = new Map<string, { name: string; ticker: string }>();
  const trades: FiledTrade[] = [];
  for (const document of documents) {
    const parsed = parseDocument(document);
    if (!parsed.ok) throw new Error(`${document.name} is no filing.`);
    const { filing } = parsed;
    const [owner] = filing.reportingOwners;
    const issuer = filing.issuer.cik ?? '';
    issuers.set(issuer, {
      name: filing.issuer.name,
      ticker: filing.issuer.tradingSymbol ?? '',
    });
    for (const { cik, name } of filing.reportingOwners) people.set(cik ?? '', name);
    const filed = filing.lines.flatMap((line): FiledTrade[] =>
      line.kind === 'holding' || line.shares === null
        ? []
        : [
            {
              person: owner?.cik ?? '',
              owners: filing.reportingOwners.length,
              issuer,
              number: filing.accessionNumber ?? '',
              acceptedAt: filing.acceptedAt ?? '',
              date: line.transactionDate,
              // A gift that somebody got is another thing than one that was given.
              code: line.code === 'G' && line.acquiredDisposed === 'ACQUIRED' ? 'G got' : line.code,
              shares: line.shares,
              price: line.pricePerShare,
              class: `${line.table} ${line.securityTitle}`,
              correctedAt: null,
            },
          ],
    );
    const isAmendment = filing.form === 'FORM_4_A';
    if (isAmendment) correct(trades, filed, filing.dateOfOriginalSubmission);
    trades.push(...filed);
  }
  return { documents, trades, people, issuers };
}

/** Marks what an amendment corrects: the same trade with one amount or price another. */
function correct(
  trades: FiledTrade[],
  amended: readonly FiledTrade[],
  originalOn: CalendarDate | null,
): void {
  for (const right of amended) {
    const at = trades.findIndex(
      (trade) =>
        trade.correctedAt === null &&
        trade.person === right.person &&
        trade.issuer === right.issuer &&
        trade.date === right.date &&
        trade.code === right.code &&
        trade.class === right.class &&
        isOf(trade, originalOn) &&
        (trade.shares === right.shares) !== (trade.price === right.price),
    );
    const wrong = trades[at];
    if (wrong !== undefined) trades[at] = { ...wrong, correctedAt: right.acceptedAt };
  }
}

function isOf({ acceptedAt }: FiledTrade, day: string | null): boolean {
  if (day === null) return false;
  // Days are New York's: the instant may be of the next one.
  return acceptedAt.slice(0, 10) === day || acceptedAt.slice(0, 10) === next(day);
}

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
