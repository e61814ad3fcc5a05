import {
  type Filing,
  type ParseResult,
  type Problem,
  parseDocument,
} from '../../src/parser/index.ts';
import { type Decimal, parseDecimal } from '../../src/values/index.ts';
import { processorTime } from './hostile-pages.ts';
import { sourceDocument } from './source-document.ts';

/** What came of parsing a document that may be damaged, and what in it must never be. */
export interface Outcome {
  readonly outcome: string;
  /** Of processor time: what else the machine does is no fault of the parser. */
  readonly milliseconds: number;
  /** How many lines the filing has; null where the document is refused. */
  readonly rows: number | null;
  readonly faults: readonly string[];
}

/**
 * Parses bytes and holds the result against what must be so whatever they are: no exception,
 * problems with messages, owners, and no amount that does not stand in the document.
 */
export function faultsOf(bytes: Uint8Array): Outcome {
  const document = sourceDocument('damaged', bytes);
  let result: ParseResult | undefined;
  let thrown: unknown;
  const milliseconds = processorTime(() => {
    try {
      result = parseDocument(document);
    } catch (error) {
      thrown = error;
    }
  });
  if (result === undefined) {
    const faults = [`it threw ${String(thrown)}`];
    return { outcome: 'thrown', milliseconds, rows: null, faults };
  }
  if (!result.ok) {
    const outcome = `refused: ${result.problems[0]?.code}`;
    const isSaid = result.problems.length > 0 && result.problems.every(({ message }) => message);
    return {
      outcome,
      milliseconds,
      rows: null,
      faults: isSaid ? [] : ['a problem without a message'],
    };
  }
  const faults = [
    ...(result.filing.reportingOwners.length === 0 ? ['a filing without an owner'] : []),
    ...strangeAmounts(result.filing, readings(bytes, isWrapped(result.warnings))).map(
      (amount) => `${amount} stands nowhere in it`,
    ),
    ...lostRows(result, bytes),
  ];
  const doubt = result.warnings.length > 0 ? 'with warnings' : 'without a warning';
  return { outcome: `read ${doubt}`, milliseconds, rows: result.filing.lines.length, faults };
}

/** Whether lines were joined that a program had wrapped: an amount may stand in two of them. */
function isWrapped(warnings: readonly Problem[]): boolean {
  return warnings.some(({ code, message }) => code === 'RECOVERED' && message.includes('wrapped'));
}

const ROW = /<(?:nonD|d)erivative(?:Transaction|Holding|Security)[\s>]/g;

/** Where ownership XML has more rows than the filing has lines: one was read as nothing. */
function lostRows(
  { filing, rendition, warnings }: Extract<ParseResult, { ok: true }>,
  bytes: Uint8Array,
): string[] {
  if (rendition !== 'ownership-xml' && rendition !== 'submission-text') return [];
  const [text = ''] = readings(bytes, false);
  const whole = isWrapped(warnings) ? text.replace(/\r?\n/g, '') : text;
  const rows = whole.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '').match(ROW) ?? [];
  const lost = rows.length - filing.lines.length;
  return lost > 0 ? [`${lost} of ${rows.length} rows are read as nothing`] : [];
}

/** The amounts of a filing's lines that are not among the amounts written in the document. */
function strangeAmounts({ lines }: Filing, texts: readonly string[]): string[] {
  const written = amountsIn(texts);
  return lines
    .flatMap((line) => [
      line.sharesAfter,
      line.valueAfter,
      line.conversionOrExercisePrice,
      line.underlyingShares,
      line.underlyingValue,
      ...(line.kind === 'transaction' ? [line.shares, line.totalValue, line.pricePerShare] : []),
    ])
    .filter((amount) => amount !== null)
    .filter((amount) => !written.has(unsigned(amount)));
}

function unsigned(amount: Decimal): string {
  return amount.replace('-', '');
}

/** Every run of digits in the text, with or without commas and a point, as canonical amounts. */
function amountsIn(texts: readonly string[]): Set<string> {
  const amounts = new Set<string>();
  for (const text of texts) {
    for (const [run] of text.matchAll(/\d[\d,]*(?:\.\d*)?|\.\d+/g)) {
      for (const form of [run, run.replaceAll(',', ''), ...run.split(',')]) {
        const amount = parseDecimal(form);
        if (amount !== null) amounts.add(amount);
      }
    }
  }
  return amounts;
}

/**
 * The bytes as text: in both widths, with and without comments and references, lines joined or not.
 */
function readings(bytes: Uint8Array, wrapped: boolean): string[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = Buffer.from(bytes).toString(isWide ? 'utf16le' : 'latin1');
  const joined = text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [text, joined, ...(wrapped ? [text.replace(/\r?\n/g, '')] : [])];
}
