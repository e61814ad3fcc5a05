import type { SourceDocument } from '../values/index.ts';
import { withPlainBlanks } from './blanks.ts';
import { looksLikeDataSet, parseDataSet } from './data-set/index.ts';
import { type DecodedText, decode, withoutControls } from './decode.ts';
import { refuseEdgarPage } from './edgar-refusal.ts';
import { looksLikeHtmlPage, parseHtmlPage } from './html-page/index.ts';
import { LINES_AT_MOST, OWNERS_AT_MOST } from './limits.ts';
import { looksLikeSubmission } from './looks-like-submission.ts';
import { type ParseResult, refusal } from './problem.ts';
import { parseSubmission } from './submission/index.ts';
import { refuseLongText } from './text-limits.ts';
import { looksLikeTextPage, parseTextPage } from './text-page/index.ts';
import { parseOwnershipXml } from './xml/index.ts';

/**
 * Reads a document in whatever rendition its bytes show it to be, and gives one Filing with
 * warnings, or the problems that forbid it. Never throws; pure. What the source knows of the
 * document from outside (accession number, filing date, acceptance time) fills in where the
 * document itself says nothing.
 */
export function parseDocument(source: SourceDocument): ParseResult {
  const decoded = decode(source.bytes);
  if ('refused' in decoded) return decoded.refused;
  const result = parseText(decoded);
  if (!result.ok) return result;
  const { filing } = result;
  for (const [count, most, what] of [
    [filing.lines.length, LINES_AT_MOST, 'lines'],
    [filing.reportingOwners.length, OWNERS_AT_MOST, 'reporting owners'],
  ] as const) {
    if (count > most)
      return refusal(
        'TOO_MANY',
        '1:1',
        `The filing has more than ${most} ${what}: no form has so many.`,
      );
  }
  const long = refuseLongText(filing);
  if (long !== null) return long;
  return {
    ...result,
    warnings: [...decoded.warnings, ...result.warnings],
    filing: {
      ...filing,
      accessionNumber: filing.accessionNumber ?? source.accessionNumber,
      filedOn: filing.filedOn ?? source.filedOn,
      acceptedAt: filing.acceptedAt ?? source.acceptedAt ?? null,
    },
  };
}

function parseText(decoded: DecodedText): ParseResult {
  const { text } = decoded;
  const from = text.search(/[^\ufeff\s]/);
  const start = text.slice(from, from + 200);
  if (/^<(?:\?xml|!DOCTYPE\s+(?!html)|!--|(?:\w+:)?ownershipDocument)/i.test(start)) {
    const isOwnership = text.includes('ownershipDocument');
    const refused = isOwnership ? null : refuseEdgarPage(text);
    return refused ?? parseOwnershipXml(decoded, 'ownership-xml', { from, to: text.length });
  }
  const legible = withoutControls(decoded);
  if (looksLikeDataSet(start)) return parseDataSet(legible.text);
  if (looksLikeSubmission(text)) return parseSubmission(legible);
  const words = withPlainBlanks(text);
  if (looksLikeHtmlPage(words)) return parseHtmlPage(legible.text);
  if (looksLikeTextPage(words)) return parseTextPage(legible.text);
  return refuseEdgarPage(text) ?? refuseText(text);
}

function refuseText(text: string): ParseResult {
  const other = /\bFORM\s+(10-[KQ]|8-K|20-F|S-\d|13[DFG]|144|DEF\s?14A)\b/i.exec(
    text.slice(0, 50_000),
  );
  if (other !== null) {
    return refusal(
      'NOT_OWNERSHIP_FORM',
      '1:1',
      `This looks like a Form ${other[1]?.toUpperCase()}, not a Form 3, 4 or 5.`,
    );
  }
  return refusal(
    'UNKNOWN_RENDITION',
    '1:1',
    'This is neither ownership XML, nor a full submission, nor a page of a Form 3, 4 or 5 with the labels of its boxes.',
  );
}
