export { IssuerView } from './issuer-view.tsx';
