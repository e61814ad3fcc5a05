/** Somebody whom a filing names. */
export interface Named {
  readonly name: string;
  readonly kind?: 'INDIVIDUAL' | 'ENTITY' | 'UNKNOWN' | undefined;
}

/** What begins a family name of several words. */
const PARTICLES = new Set(
  'AL BIN DA DE DEL DELLA DEN DER DI DOS DU EL LA LE MAC SAN ST ST. TEN TER VAN VON'.split(' '),
);
const SUFFIXES = /^(?:JR|SR|II|III|IV|ESQ|MD|M\.D|PHD|PH\.D|CPA)\.?$/i;
/** What stays in capitals, and what begins with none. */
const CAPITALS = new Set(
  'AB AG BV CEO II III IV KG KKR LLC LLP LP NA NV PLC REIT SA SE US USA VI VII VIII XI'.split(' '),
);
const SMALL = new Set('A AND AT BY FOR IN OF ON THE TO'.split(' '));
/** Short words that begin a company's name and are no initials. */
const WORDS = new Set(
  'ACE AIR ALL ARC ARK ART ASH ELM EYE FLY ICE INK IVY KEY NEW OAK OIL OLD ONE OUR SEA SKY THE TWO'.split(
    ' ',
  ),
);

/**
 * A name as people write it: of an individual, whom EDGAR files with the family name first, with
 * the given name first; what is all in capitals in mixed case. The filed name belongs beside it.
 *
 * @example shownName({ name: 'QUARLE OSWIN R JR', kind: 'INDIVIDUAL' }) // 'Oswin R Quarle Jr'
 */
export function shownName({ name, kind }: Named): string {
  const ordered = kind === 'INDIVIDUAL' ? givenNameFirst(name) : name;
  return /\p{Ll}/u.test(name) ? ordered : mixedCase(ordered, kind === 'INDIVIDUAL');
}

function givenNameFirst(name: string): string {
  const [before = '', after] = name.split(/,\s*/, 2);
  if (after !== undefined && !SUFFIXES.test(after)) return `${after} ${before}`.trim();
  const words = name.replace(',', '').trim().split(/\s+/);
  const suffix = words.filter((word, at) => at > 0 && SUFFIXES.test(word));
  const others = words.filter((word) => !suffix.includes(word));
  let family = 1;
  while (family < others.length - 1 && PARTICLES.has((others[family - 1] ?? '').toUpperCase())) {
    family += 1;
  }
  return [...others.slice(family), ...others.slice(0, family), ...suffix].join(' ');
}

function mixedCase(name: string, isIndividual: boolean): string {
  const words = name.split(/(\s+)/);
  return words
    .map((word, at) => {
      const bare = word.replace(/[.,]/g, '');
      if (isIndividual) {
        if (PARTICLES.has(bare) && at < words.length - 1) return word.toLowerCase();
        return CAPITALS.has(bare) && bare.length > 1 && SUFFIXES.test(bare) ? word : capital(word);
      }
      // The last word is never small: it may be somebody's initial.
      if (at > 0 && at < words.length - 1 && SMALL.has(bare)) return word.toLowerCase();
      if (CAPITALS.has(bare) || /[\d&/\\]/.test(bare)) return word;
      return isInitials(word, bare, at === 0) ? word : capital(word);
    })
    .join('');
}

/**
 * Whether a word of a company's name is its initials: a point after each, no vowel among them, or,
 * as the first word, three letters at most that are no word and cannot be said as one syllable.
 */
function isInitials(word: string, bare: string, isFirst: boolean): boolean {
  if (/^(?:\p{Lu}\.){2,}$/u.test(word)) return true;
  if (/^(?:LTD|CORP|PTY|ST|MR|DR|CTR|INC)$/.test(bare)) return false;
  if (/^[^AEIOUY]{2,4}$/.test(bare)) return true;
  const isSyllable = /^[^AEIOUY][AEIOUY][^AEIOUY]$/.test(bare) || WORDS.has(bare);
  return isFirst && /^[A-Z]{2,3}$/.test(bare) && !isSyllable;
}

function capital(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?:^|[-'’(.])\p{Ll}/gu, (start) => start.toUpperCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/['’]S$/, "'s");
}
