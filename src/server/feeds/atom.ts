import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import type { LineNotice } from '../../reads/index.ts';
import type { FeedQuestion } from '../../schema/index.ts';
import { grouped, headline, issuerOf, peopleOf, reasonOf } from '../notices/index.ts';

/** Where a feed and the pages that it links to are. */
export interface FeedPlace {
  /** `https://ledger.example.org`, without a slash at its end. */
  readonly origin: string;
  /** The feed's own path and query. */
  readonly address: string;
}

/**
 * An Atom feed (RFC 4287) of notices. An entry's id is made of the hash of its event: it is the
 * same for ever, no matter who asks under which name, and that of no other ledger.
 */
export function atomFeed(
  { title, path }: Pick<FeedQuestion, 'title' | 'path'>,
  notices: readonly LineNotice[],
  { origin, address }: FeedPlace,
): string {
  const updated = notices.reduce((latest, { line, retraction }) => {
    const { recordedAt } = retraction ?? line;
    return recordedAt > latest ? recordedAt : latest;
  }, NEVER);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:ledger="${NAMESPACE}">
${text('id', uuidOf(`feed ${address}`))}${text('title', title)}${text('updated', updated)}
<author><name>insider-ledger</name></author>
${link('self', `${origin}${address}`, 'application/atom+xml')}
${link('alternate', `${origin}${path}`, 'text/html')}
${notices.map((notice) => entry(notice, origin)).join('')}</feed>
`;
}

/** Of a feed without entries. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** Names what entries say beside Atom's own elements. */
const NAMESPACE = 'urn:uuid:2f0e8a62-6d2c-8f3b-9d5a-0c1b7e4a9d10';

function entry(notice: LineNotice, origin: string): string {
  const { line, retraction } = notice;
  const { position, recordedAt } = retraction ?? line;
  const id = retraction === null ? line.hash : `${line.hash} retracted by ${retraction.by ?? '-'}`;
  const filing = line.accessionNumber;
  return `<entry>
${text('id', uuidOf(id))}${text('title', headline(notice))}${text('updated', recordedAt)}
${text('published', retraction?.knownAt ?? line.knownAt)}
${line.reporters.map(({ name }) => `<author>${text('name', name)}</author>`).join('')}
${link('alternate', `${origin}${filing === null ? '/' : `/filing/${filing}`}`, 'text/html')}
<category term="${retraction === null ? 'reported' : 'retracted'}"/>
${line.code === null ? '' : `<category term="code-${line.code}"/>`}
${text('ledger:position', String(position))}${text('ledger:effectiveOn', line.effectiveOn)}
${text('ledger:knownAt', retraction?.knownAt ?? line.knownAt)}
${retraction === null ? '' : text('ledger:retracts', String(line.position))}
<content type="html">${escaped(detailsOf(notice))}</content>
</entry>
`;
}

/** What an entry shows: a list in HTML, whose own texts are escaped within it. */
function detailsOf({ line, retraction }: LineNotice): string {
  const details: readonly (readonly [string, string | null])[] = [
    ['Retracted by', retraction === null ? null : RETRACTED[reasonOf(retraction)]],
    ['Replaced by the line at position', retraction?.by == null ? null : String(retraction.by)],
    ['Issuer', issuerOf(line)],
    ['By', peopleOf(line)],
    ['Security', line.securityTitle],
    ['Shares', line.shares && grouped(line.shares)],
    ['Price', line.pricePerShare && `$${grouped(line.pricePerShare)}`],
    ['Value', line.value && `$${grouped(line.value)}`],
    ['Acquired or disposed', line.acquiredDisposed?.toLowerCase() ?? null],
    ['Owned', line.nature ?? line.ownership.toLowerCase()],
    ['Owned after', line.amountAfter && grouped(line.amountAfter)],
    ['Effective on', line.effectiveOn],
    ['Known at', line.knownAt],
    ['Retraction known at', retraction?.knownAt ?? null],
    ['Filing', line.accessionNumber],
    ['Position', String(line.position)],
  ];
  const shown = details.filter(([, value]) => value !== null && value !== '');
  const rows = shown.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value ?? '')}</dd>`);
  return `<dl>${rows.join('')}</dl>`;
}

const RETRACTED = {
  SUPERSEDED: 'a line that takes its place',
  TAKEN_BACK: 'an amendment or a later reading; no line takes its place',
} as const;

/** A UUID of version 8 made of a text, as a URN (RFC 9562). */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  const variant = (8 + (Number.parseInt(hash[16] ?? '0', 16) % 4)).toString(16);
  const parts = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function text(name: string, content: string): string {
  return `<${name}>${escaped(content)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;
}

/** Without the characters that XML 1.0 has no way to write. */
function escaped(content: string): string {
  return escapeUTF8(content.replace(NOT_XML, '\uFFFD'));
}

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
