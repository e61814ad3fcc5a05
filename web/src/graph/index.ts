export { GraphView } from './graph-view.tsx';
export { PathView } from './path-view.tsx';
