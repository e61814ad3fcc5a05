import type {
  AccountEnd,
  AccountLine,
  AssignedLine,
  ClassEnd,
  FamilyEnd,
  FilingOrder,
  Slot,
} from '../../rules/index.ts';

// Lists in place of objects, and what comes again and again once: an end is written and read at
// every filing, and names of members were half of it. Positions are texts, because they may have
// more than 53 bits.

type EncodedLine = ReturnType<typeof encodeLine>;
type EncodedAccount = ReturnType<typeof encodeAccount>;

interface Encoded extends Pick<FamilyEnd, 'last' | 'latest'> {
  readonly filings: readonly FilingOrder[];
  readonly notes: readonly string[];
  readonly classes: readonly (Omit<ClassEnd, 'accounts'> & {
    readonly accounts: readonly EncodedAccount[];
  })[];
}

/** Values, each once; those that have them name their place. */
class Listed<Value> {
  readonly all: Value[] = [];
  readonly #places = new Map<string, number>();
  readonly #textOf: (value: Value) => string;

  constructor(textOf: (value: Value) => string) {
    this.#textOf = textOf;
  }

  /** The place of a value, which is added where it is not there. */
  place(value: Value): number {
    const text = this.#textOf(value);
    const known = this.#places.get(text) ?? this.all.push(value) - 1;
    this.#places.set(text, known);
    return known;
  }
}

interface Lists {
  readonly filings: Listed<FilingOrder>;
  readonly notes: Listed<string>;
}

/** An end as JSON, equal for equal ends; it has no line end. */
export function encodeFamilyEnd({ last, latest, classes }: FamilyEnd): string {
  const filings = new Listed<FilingOrder>(({ knownAt, orderKey }) => `${knownAt} ${orderKey}`);
  const notes = new Listed<string>((text) => text);
  const encoded: Encoded['classes'] = classes.map(({ securityClass, ...one }) => ({
    securityClass,
    last: one.last,
    beside: one.beside,
    places: one.places,
    accounts: one.accounts.map((account) => encodeAccount(account, { filings, notes })),
  }));
  const whole: Encoded = { last, latest, filings: filings.all, notes: notes.all, classes: encoded };
  return JSON.stringify(whole);
}

function encodeAccount(account: AccountEnd, { filings, notes }: Lists) {
  const { key, keys, dates, latest, lastFiling, entries, slots } = account;
  return [
    key,
    keys,
    notes.place(account.notes),
    dates,
    latest,
    lastFiling === null ? null : filings.place(lastFiling),
    entries,
    slots.map(({ filing, versions }) => {
      const lines = versions.map((version) => encodeLine(version, filings));
      return [filings.place(filing), lines] as const;
    }),
  ] as const;
}

function encodeLine(version: AssignedLine, filings: Listed<FilingOrder>) {
  const { line, amount, derived, evidence, isAside, isClosing, counterpart } = version;
  return [
    String(line.position),
    filings.place(line.filing),
    line.effectiveOn,
    line.change,
    line.unit,
    line.trade === line.position ? null : String(line.trade),
    line.supersededAt,
    amount,
    derived,
    evidence,
    isAside,
    isClosing,
    counterpart && ([String(counterpart.position), counterpart.continues] as const),
  ] as const;
}

/** An end from its JSON. */
export function decodeFamilyEnd(text: string): FamilyEnd {
  const { last, latest, filings, notes, classes } = JSON.parse(text) as Encoded;
  return {
    last,
    latest,
    classes: classes.map((one) => ({
      ...one,
      accounts: one.accounts.map((account) => decodeAccount(account, filings, notes)),
    })),
  };
}

function decodeAccount(
  [key, keys, note, dates, latest, lastFiling, entries, slots]: EncodedAccount,
  filings: Encoded['filings'],
  notes: Encoded['notes'],
): AccountEnd {
  return {
    key,
    keys,
    notes: notes[note] ?? '',
    dates,
    latest,
    lastFiling: lastFiling === null ? null : (filings[lastFiling] as FilingOrder),
    entries,
    slots: slots.map(
      ([filing, versions]): Slot => ({
        filing: filings[filing] as FilingOrder,
        versions: versions.map((version) => decodeLine(version, filings)),
      }),
    ),
  };
}

function decodeLine(
  [place, filing, effectiveOn, change, unit, trade, supersededAt, ...rest]: EncodedLine,
  filings: Encoded['filings'],
): AssignedLine {
  const [amount, derived, evidence, isAside, isClosing, counterpart] = rest;
  const position = BigInt(place);
  const line: AccountLine = {
    position,
    filing: filings[filing] as FilingOrder,
    effectiveOn,
    change,
    unit,
    trade: trade === null ? position : BigInt(trade),
    supersededAt,
  };
  const other = counterpart && {
    position: BigInt(counterpart[0]),
    continues: counterpart[1],
    closes: [],
  };
  return { line, amount, derived, evidence, isAside, counterpart: other, isClosing };
}
