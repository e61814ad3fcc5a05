const LONGEST_NAME = 200;

/**
 * An archive's entry for messages: the archive's path and the entry's name, whatever that holds.
 */
export function entryName(archive: string, name: string): string {
  return `${archive}#${name.replace(/\p{Cc}/gu, '\ufffd').slice(0, LONGEST_NAME)}`;
}

/** Whether a path has a part that begins with a dot, as hidden files do. */
export function isHidden(path: string): boolean {
  return /(?:^|[/\\])\.(?![./\\])/.test(path);
}
