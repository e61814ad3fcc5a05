import './header-facts.ts';

export {
  findIssuer,
  Issuer,
  issuerByCik,
  issuerByTicker,
  issuerOf,
  loadIssuer,
  usersOf,
} from './issuer.ts';
export { IssuerConnection, IssuerFilter, issuersOf } from './issuers.ts';
