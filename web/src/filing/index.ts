export { FilingView } from './filing-view.tsx';
