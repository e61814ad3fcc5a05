import type { Random } from '../../src/server/demo/index.ts';
import { add, type Decimal } from '../../src/values/index.ts';
import type { FiledMarket, FiledTrade } from './filed-market.ts';
import type { ClaimKind, GeneratedClaim } from './generated-claim.ts';
import { isSaid } from './is-said.ts';

interface Said {
  readonly person: string;
  readonly issuer: string;
  readonly action: string;
  readonly shares: string;
  readonly price: string | null;
  readonly from: string;
  readonly to: string;
}

const ACTIONS: Readonly<Record<string, string>> = {
  P: 'bought',
  S: 'sold',
  A: 'was_granted',
  G: 'gave',
};

/** Makes claims about a market, of a kind each. */
export class ClaimMaker {
  readonly #market: FiledMarket;
  readonly #random: Random;
  readonly #byPair = new Map<string, FiledTrade[]>();
  readonly #names = new Map<string, number>();
  readonly #corrected: readonly FiledTrade[];
  readonly #last: string;

  constructor(market: FiledMarket, random: Random) {
    this.#market = market;
    this.#random = random;
    for (const trade of market.trades) {
      const key = `${trade.person} ${trade.issuer}`;
      this.#byPair.set(key, [...(this.#byPair.get(key) ?? []), trade]);
    }
    for (const name of market.people.values())
      this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    this.#corrected = market.trades.filter(({ correctedAt }) => correctedAt !== null);
    this.#last =
      market.trades
        .map(({ acceptedAt }) => acceptedAt)
        .sort()
        .at(-1) ?? '';
  }

  make(kind: ClaimKind): GeneratedClaim | null {
    const random = this.#random;
    const isAmended = kind === 'amended since' || kind === 'as known before the amendment';
    const trade = random.pick(isAmended ? this.#corrected : this.#market.trades);
    const isFit = trade.owners === 1 && trade.code in ACTIONS;
    if (!isFit || (trade.correctedAt !== null) !== isAmended) return null;
    const said = this.#of(trade);
    switch (kind) {
      case 'true':
        return this.#judged(kind, said);
      case 'true sum':
        return this.#sum(trade, said);
      case 'wrong shares':
        return this.#judged(kind, {
          ...said,
          shares: add(said.shares as Decimal, String(random.between(1, 900)) as Decimal),
        });
      case 'wrong price':
        return said.price === null
          ? null
          : this.#judged(kind, { ...said, price: add(said.price as Decimal, '0.37' as Decimal) });
      case 'wrong action':
        return this.#judged(kind, {
          ...said,
          action: said.action === 'bought' ? 'sold' : 'bought',
        });
      case 'wrong person':
        return this.#judged(kind, {
          ...said,
          person: random.pick([...this.#market.people.keys()]),
        });
      case 'wrong issuer':
        return this.#judged(kind, {
          ...said,
          issuer: random.pick([...this.#market.issuers.keys()]),
        });
      case 'wrong period':
        return this.#judged(kind, { ...said, ...months(said.from, random.between(1, 30) - 15) });
      case 'amended since':
        return this.#judged(kind, said);
      case 'as known before the amendment':
        return this.#before(trade, said);
      case 'unknown name':
        return {
          kind,
          args: { ...this.#args(said), person: `Quillon Zzyxberg ${random.below(99)}` },
          expected: 'NOT_COVERED',
          isAmended: false,
        };
      case 'of no filing':
        return this.#judged(kind, { ...said, ...months(said.from, -600) });
      case 'not known yet':
        return this.#judged(kind, { ...said, ...months(this.#last.slice(0, 10), 24) });
    }
  }

  #of(trade: FiledTrade): Said {
    const { person, issuer, code, shares, price, date } = trade;
    return { person, issuer, action: ACTIONS[code] ?? '', shares, price, ...months(date, 0) };
  }

  /** Several lines of one filing and day, added up. */
  #sum(trade: FiledTrade, said: Said): GeneratedClaim | null {
    const lines = this.#lines(said).filter(
      (line) =>
        line.number === trade.number &&
        line.date === trade.date &&
        line.code === trade.code &&
        line.class === trade.class,
    );
    if (lines.length < 2) return null;
    const shares = lines.reduce((sum, line) => add(sum, line.shares as Decimal), '0' as Decimal);
    return this.#judged('true sum', {
      ...said,
      shares,
      price: null,
      from: trade.date,
      to: trade.date,
    });
  }

  #before(trade: FiledTrade, said: Said): GeneratedClaim | null {
    const { correctedAt, acceptedAt } = trade;
    if (correctedAt === null) return null;
    const knownAt = new Date((Date.parse(acceptedAt) + Date.parse(correctedAt)) / 2).toISOString();
    const args = { ...this.#args(said), knownAt };
    return { kind: 'as known before the amendment', args, expected: 'CONFIRMED', isAmended: true };
  }

  /** A claim with what the documents say of it; null where it is not of its kind after all. */
  #judged(kind: ClaimKind, said: Said): GeneratedClaim | null {
    const expected = this.#verdict(said);
    const isAmended = kind === 'amended since';
    const isOfKind =
      kind === 'true' || kind === 'true sum'
        ? expected === 'CONFIRMED'
        : isAmended
          ? expected === 'CONTRADICTED'
          : kind === 'of no filing' || kind === 'not known yet'
            ? expected === 'NOT_COVERED'
            : expected !== 'CONFIRMED' && !this.#wasSaid(said);
    return isOfKind ? { kind, args: this.#args(said), expected, isAmended } : null;
  }

  /** What documents say of a claim, worked out without the ledger. */
  #verdict(said: Said): GeneratedClaim['expected'] {
    const all = this.#lines(said);
    const within = all.filter(({ date }) => date >= said.from && date <= said.to);
    const done = within.filter(({ code }) => ACTIONS[code] === said.action);
    if (isSaid(done, said)) return 'CONFIRMED';
    if (this.#wasSaid(said)) return 'CONTRADICTED';
    if (done.length > 0 || within.some(({ shares }) => shares === said.shares))
      return 'CONTRADICTED';
    const dates = all.map(({ date }) => date).sort();
    const [first = '9', last = '0'] = [dates[0], dates.at(-1)];
    return said.from <= last && said.to >= first ? 'CONTRADICTED' : 'NOT_COVERED';
  }

  /** Whether a line that was corrected says it. */
  #wasSaid(said: Said): boolean {
    const pair = this.#byPair.get(`${said.person} ${said.issuer}`) ?? [];
    return pair.some(
      (trade) =>
        trade.correctedAt !== null &&
        trade.date >= said.from &&
        trade.date <= said.to &&
        ACTIONS[trade.code] === said.action &&
        trade.shares === said.shares &&
        (said.price === null || trade.price === said.price),
    );
  }

  /** The lines in force of a person in an issuer. */
  #lines({ person, issuer }: Said): FiledTrade[] {
    const pair = this.#byPair.get(`${person} ${issuer}`) ?? [];
    return pair.filter(({ correctedAt }) => correctedAt === null);
  }

  /** Arguments, or a sentence where the name is of one person alone. */
  #args(said: Said): Record<string, string> {
    const { name = '', ticker = '' } = this.#market.issuers.get(said.issuer) ?? {};
    const person = this.#market.people.get(said.person) ?? '';
    const isAlone = this.#names.get(person) === 1;
    const { action, shares, price, from, to } = said;
    if (isAlone && this.#random.chance(400)) {
      const verb = action.replace('_', ' ');
      const at = price === null ? '' : ` at $${price}`;
      const sentence = `${person} ${verb} ${shares} shares of ${ticker}${at} between ${from} and ${to}`;
      return { sentence };
    }
    const byName = isAlone && this.#random.chance(500);
    return {
      person: byName ? person : said.person,
      issuer: this.#random.pick([said.issuer, ticker === '' ? name : ticker]),
      action,
      shares,
      ...(price === null ? {} : { price }),
      from,
      to,
    };
  }
}

/** The month of a day, so many months later. */
function months(day: string, later: number): { from: string; to: string } {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + later;
  const at = (offset: number, date: number) =>
    new Date(Date.UTC(Math.floor((month + offset) / 12), (month + offset) % 12, date))
      .toISOString()
      .slice(0, 10);
  return { from: at(0, 1), to: at(1, 0) };
}
