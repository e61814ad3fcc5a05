/** Bytes as PostgreSQL reads them from text. */
export function bytea(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}
