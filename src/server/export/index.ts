export { type Export, type ExportListener, exportChunks } from './export-chunks.ts';
export { writeFile, writeStream } from './output.ts';
export { serveExports } from './serve-exports.ts';
export { readThrough, writeTimeline } from './timeline/index.ts';
