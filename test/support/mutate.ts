import type { Random } from '../../src/server/demo/index.ts';

/** A damaged document and what was done to it. */
export interface Mutation {
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** Latin-1 both ways: a character a byte, so that no byte is lost while text is cut up. */
type Damage = (text: string, random: Random) => string;

const TAG = /<\/?[A-Za-z][^<>]*>/g;
const ELEMENT = /<([A-Za-z]\w*)(?: [^<>]*)?>[^<>]*<\/\1>/g;
const BLOCK =
  /<(nonDerivative\w+|derivative\w+|reportingOwner|issuer|footnotes?|ownerSignature)\b[\s\S]*?<\/\1>/g;
const NUMBER = /\d+(?:\.\d+)?/g;

const DAMAGES: Readonly<Record<string, Damage>> = {
  'flipped bytes': (text, random) => {
    const bytes = text.split('');
    for (let times = 1 + random.below(4); times > 0; times -= 1) {
      const index = random.below(bytes.length);
      const code = text.charCodeAt(index) ^ (1 << random.below(8));
      bytes[index] = String.fromCharCode(code);
    }
    return bytes.join('');
  },
  'cut off': (text, random) => text.slice(0, random.below(text.length)),
  'cut out': (text, random) => {
    const from = random.below(text.length);
    return text.slice(0, from) + text.slice(from + 1 + random.below(400));
  },
  'doubled tag': (text, random) => atOne(text, TAG, random, (tag) => tag + tag),
  'deleted tag': (text, random) => atOne(text, TAG, random, () => ''),
  'doubled element': (text, random) => atOne(text, ELEMENT, random, (one) => one + one),
  'deleted element': (text, random) => atOne(text, ELEMENT, random, () => ''),
  'swapped blocks': (text, random) => {
    const blocks = [...text.matchAll(BLOCK)];
    if (blocks.length < 2) return text;
    const [a, b] = [random.pick(blocks), random.pick(blocks)].sort((x, y) => x.index - y.index);
    if (a === undefined || b === undefined || a.index + a[0].length > b.index) return text;
    const between = text.slice(a.index + a[0].length, b.index);
    return text.slice(0, a.index) + b[0] + between + a[0] + text.slice(b.index + b[0].length);
  },
  'another number': (text, random) =>
    atOne(text, NUMBER, random, () =>
      random.pick(['9'.repeat(70), '-0', '1e9', '0x10', '1,000', '1.2.3', '', 'NaN', '$5', ' 7 ']),
    ),
  'huge number': (text, random) => atOne(text, NUMBER, random, () => '9'.repeat(5_000)),
  'deep nesting': (text, random) => {
    const depth = 10 + random.below(3_000);
    return atOne(text, ELEMENT, random, (one) => '<a>'.repeat(depth) + one + '</a>'.repeat(depth));
  },
  'NULs and controls': (text, random) =>
    insert(text, random, random.pick(['\0', '\0\0\0', '\x1b', '\x0c', '\x85', '\x7f'])),
  'strange characters': (text, random) =>
    insert(
      text,
      random,
      random.pick(['\xff\xfe', '\xed\xa0\x80', '\xef\xbf\xbf', '\xc3\xa9', '\xe9']),
    ),
  'strange XML': (text, random) =>
    insert(
      text,
      random,
      random.pick([
        ']]>',
        '&',
        '&nbsp;',
        '&#0;',
        '&#x41;',
        '&#55296;',
        '<![CDATA[7]]>',
        '<!-- -->',
      ]) + random.pick(['', ' ', '<?x y?>', '<a b="1" b="2"/>', '<', '>', '"']),
    ),
  'bare ampersands': (text, random) =>
    insert(
      insert(text, random, random.pick(['&', '& ', 'AT&T', '&c.', '&amp', '&#38 '])),
      random,
      random.pick(['&nbsp;', '&eacute;', '&rsquo;', '&copy', '&x;', '&#0;']),
    ),
  'mangled tag': (text, random) =>
    atOne(text, TAG, random, (tag) => {
      const name = /[A-Za-z]\w*/.exec(tag)?.[0] ?? '';
      const word = random.pick([name.slice(random.below(name.length)), 'x', 'Of', '500', name]);
      return tag.replace(/\/?>$/, (end) => ` ${word}${end}`);
    }),
  'mangled identifier': (text, random) =>
    atOne(text, /id="F\d+"/g, random, (id) =>
      random.pick([id.slice(0, -1), id.replaceAll('"', ''), `${id} ${id}`, `${id}${id}`, 'id']),
    ),
  'hard-wrapped lines': (text, random) => {
    const width = random.pick([40, 72, 80, 120, 132, 1_023]);
    return text
      .replace(/>[ \t]*\r?\n[ \t]*</g, '><')
      .split('\n')
      .map((line) => line.match(new RegExp(`.{1,${width}}`, 'g'))?.join('\n') ?? '')
      .join('\n');
  },
  'in UTF-16': (text) => `\xff\xfe${text.replace(/[\s\S]/g, '$&\0')}`,
  'declared otherwise': (text, random) =>
    text.replace(
      /<\?xml[^>]*>/,
      `<?xml version="1.${random.below(3)}" encoding="${random.pick(['UTF-16', 'ISO-8859-1', 'x'])}"?>`,
    ),
  'entity bomb': (text) => declare(text, BOMB, '&e9;'),
  'external entity': (text) =>
    declare(text, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>', '&e;'),
  'external document type': (text) => declare(text, '<!DOCTYPE x SYSTEM "http://localhost/x">', ''),
};

const BOMB = `<!DOCTYPE x [<!ENTITY e0 "lol">${Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join('')}]>`;

/** The names of all kinds of damage. */
export const KINDS_OF_DAMAGE: readonly string[] = Object.keys(DAMAGES);

/** The document with damage of one or two kinds done to it, the same for the same numbers. */
export function mutate(document: Uint8Array, random: Random): Mutation {
  const kinds = [random.pick(KINDS_OF_DAMAGE)];
  if (random.below(4) === 0) kinds.push(random.pick(KINDS_OF_DAMAGE));
  let text = Buffer.from(document).toString('latin1');
  for (const kind of kinds) if (text !== '') text = DAMAGES[kind]?.(text, random) ?? text;
  return { kind: kinds.join(', '), bytes: Buffer.from(text, 'latin1') };
}

function atOne(text: string, what: RegExp, random: Random, change: (found: string) => string) {
  const matches = [...text.matchAll(what)];
  if (matches.length === 0) return text;
  const { index, 0: found } = random.pick(matches);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

function insert(text: string, random: Random, what: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function declare(text: string, documentType: string, entity: string): string {
  const root = text.indexOf('<ownershipDocument');
  const declared =
    root < 0 ? documentType + text : text.slice(0, root) + documentType + text.slice(root);
  return declared.replace(/<remarks>|<value>/, (tag) => tag + entity);
}
