import { type Filing, type ParseResult, parseDocument } from '../../src/parser/index.ts';
import { type Decimal, parseDecimal } from '../../src/values/index.ts';
import { sourceDocument } from './source-document.ts';

/** What came of parsing a document that may be damaged, and what in it must never be. */
export interface Outcome {
  readonly outcome: string;
  readonly milliseconds: number;
  readonly faults: readonly string[];
}

/**
 * Parses bytes and holds the result against what must be so whatever they are: no exception, problems
 * with messages, owners, and no amount that does not stand in the document.
 */
export function faultsOf(bytes: Uint8Array): Outcome {
  const document = sourceDocument('damaged', bytes);
  const start = performance.now();
  let result: ParseResult;
  try {
    result = parseDocument(document);
  } catch (error) {
    const milliseconds = performance.now() - start;
    return { outcome: 'thrown', milliseconds, faults: [`it threw ${String(error)}`] };
  }
  const milliseconds = performance.now() - start;
  if (!result.ok) {
    const outcome = `refused: ${result.problems[0]?.code}`;
    const isSaid = result.problems.length > 0 && result.problems.every(({ message }) => message);
    return { outcome, milliseconds, faults: isSaid ? [] : ['a problem without a message'] };
  }
  const faults = [
    ...(result.filing.reportingOwners.length === 0 ? ['a filing without an owner'] : []),
    ...strangeAmounts(result.filing, bytes).map((amount) => `${amount} stands nowhere in it`),
  ];
  const doubt = result.warnings.length > 0 ? 'with warnings' : 'without a warning';
  return { outcome: `read ${doubt}`, milliseconds, faults };
}

/** The amounts of a filing's lines that are not among the amounts written in the document. */
function strangeAmounts({ lines }: Filing, bytes: Uint8Array): string[] {
  const written = amountsIn(bytes);
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
function amountsIn(bytes: Uint8Array): Set<string> {
  const amounts = new Set<string>();
  for (const text of readings(bytes)) {
    for (const [run] of text.matchAll(/\d[\d,]*(?:\.\d*)?|\.\d+/g)) {
      for (const form of [run, run.replaceAll(',', ''), ...run.split(',')]) {
        const amount = parseDecimal(form);
        if (amount !== null) amounts.add(amount);
      }
    }
  }
  return amounts;
}

/** The bytes as text: in both widths, with and without comments and references. */
function readings(bytes: Uint8Array): string[] {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = Buffer.from(bytes).toString(isWide ? 'utf16le' : 'latin1');
  const joined = text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return [text, joined];
}
