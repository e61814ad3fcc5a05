export { IssuerView, TickerView } from './issuer-view.tsx';
