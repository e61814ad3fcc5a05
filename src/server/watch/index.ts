export {
  configuredWatches,
  filterReader,
  type OpenedWatches,
  withContext,
} from './keep-watches.ts';
export { serveUnsubscribe } from './unsubscribe.ts';
