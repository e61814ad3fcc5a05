export { findIssuer, Issuer, issuerOf, loadIssuer } from './issuer.ts';
export { IssuerConnection, IssuerFilter, issuersOf } from './issuers.ts';
