export { foldName, issuerId, issuerIdOfWords, personId, provisionalId } from './identity.ts';
export { foldedWords, isPlan, namedHolder, namesPlan, namingWords } from './named-holder.ts';
export { isEntityName, type PersonKind, personKind } from './person-kind.ts';
export {
  type KnownIssuer,
  type KnownPerson,
  type Resolution,
  resolveIssuer,
  resolvePerson,
} from './resolve-identity.ts';
export { cleanTickers, symbolSpellings } from './tickers.ts';
