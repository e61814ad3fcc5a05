import type { RejectedFile } from '../ingest-documents.ts';

/** A rejected document and its first problems, a line each. */
export function describeRejected({ file, problems }: RejectedFile): string {
  const shown = problems.slice(0, 5).map(({ code, path, message }) => {
    const place = path === '' ? '' : ` at ${path}`;
    return `  ${code}${place}: ${message}`;
  });
  const more = problems.length > 5 ? [`  … and ${problems.length - 5} more`] : [];
  return [`rejected ${file}`, ...shown, ...more].join('\n');
}
