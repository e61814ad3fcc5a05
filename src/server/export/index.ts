export { type Export, type ExportListener, exportChunks } from './export-chunks.ts';
export { ReaderGone, writeFile, writeStream } from './output.ts';
