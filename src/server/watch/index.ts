export {
  configuredWatches,
  filterReader,
  type OpenedWatches,
  withContext,
} from './keep-watches.ts';
