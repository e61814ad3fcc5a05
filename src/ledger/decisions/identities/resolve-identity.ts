/** Whom a provisional id stands for, by all filings there are, and why. */
export interface Resolution {
  /** The provisional id itself where nobody known fits, or several do. */
  readonly to: bigint;
  readonly evidence: string;
  /** All that fit as well as each other, least CIK first. */
  readonly fits: readonly bigint[];
}

/**
 * What the words of filings say of one issuer: of those that have its CIK, or of those that have
 * none.
 */
export interface KnownIssuer {
  readonly id: bigint;
  /** A name it has, the same when folded as that of all issuers it is compared with. */
  readonly name: string;
  /** Cleaned symbols of all its filings. */
  readonly tickers: readonly string[];
  /** The ids that the words of its filings would give without a CIK. */
  readonly idsOfWords: readonly bigint[];
}

/** A reporting owner within one issuer, known by CIK or not. */
export interface KnownPerson {
  readonly id: bigint;
  readonly name: string;
}

/**
 * Whom a provisional issuer stands for among those known by CIK under its folded name. The surest
 * is one with a filing that would have given this very id without its CIK: the same filing in a
 * less complete rendition is one of these. Else one with a ticker in common, or where one of the
 * two has none. Of two that fit as well none is chosen (docs/domain.md §2).
 */
export function resolveIssuer(
  provisional: KnownIssuer,
  sameName: readonly KnownIssuer[],
): Resolution {
  const known = sameName.filter(({ id }) => id > 0n);
  const sameWords = known.filter(({ idsOfWords }) => idsOfWords.includes(provisional.id));
  const compatible = known.filter(
    ({ tickers }) =>
      tickers.length === 0 ||
      provisional.tickers.length === 0 ||
      tickers.some((ticker) => provisional.tickers.includes(ticker)),
  );
  const fits = sameWords.length > 0 ? sameWords : compatible;
  const words = sameWords.length > 0 ? 'the same issuer name and ticker' : 'the same issuer name';
  return choose(provisional, fits, { fallback: provisional.id, words });
}

/**
 * Whom a provisional person stands for among the owners of the same folded name in one issuer.
 * Where nobody or several of them are known by CIK, all provisional ones are one person, whatever
 * rendition of the issuer gave each its id (docs/domain.md §2).
 */
export function resolvePerson(
  provisional: KnownPerson,
  sameName: readonly KnownPerson[],
): Resolution {
  const known = sameName.filter(({ id }) => id > 0n);
  const unknown = [provisional, ...sameName].map(({ id }) => id).filter((id) => id < 0n);
  return choose(provisional, known, {
    fallback: [...unknown].sort(ascending)[0] ?? provisional.id,
    words: 'the same name among the owners of one issuer',
  });
}

function choose(
  provisional: { readonly id: bigint; readonly name: string },
  fitting: readonly { readonly id: bigint; readonly name: string }[],
  { fallback, words }: { readonly fallback: bigint; readonly words: string },
): Resolution {
  const fits = [...new Set(fitting.map(({ id }) => id))].sort(ascending);
  const [sole, ...others] = fits;
  if (sole !== undefined && others.length === 0) {
    const name = fitting[0]?.name ?? provisional.name;
    return { to: sole, evidence: `${words}, ${name}`, fits };
  }
  const why = sole === undefined ? `${words}, ${provisional.name}` : severalFit(words, fits);
  return { to: fallback, evidence: why, fits };
}

function severalFit(words: string, fits: readonly bigint[]): string {
  const ciks = fits.map((id) => String(id).padStart(10, '0'));
  return `none is chosen of ${ciks.length} that have ${words}: ${ciks.join(', ')}`;
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
