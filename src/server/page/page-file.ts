import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { isHeld } from '../is-held.ts';

/** One file that browsers get, as it is and compressed. */
export interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** By name of the content coding. */
  readonly bodies: Readonly<Record<'identity', Buffer> & Partial<Record<'br' | 'gzip', Buffer>>>;
  /** Whether its name changes with its content, so that it can be kept for ever. */
  readonly isImmutable: boolean;
}

/** A file with its bodies. */
export function pageFile(
  bodies: PageFile['bodies'],
  about: Pick<PageFile, 'type' | 'isImmutable'>,
): PageFile {
  return { ...about, etag: `"${contentHash(bodies.identity)}"`, bodies };
}

/** A text as it is and compressed. */
export async function compressed(text: string): Promise<PageFile['bodies']> {
  const identity = Buffer.from(text);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params }),
    promisify<Buffer, Buffer>(gzip)(identity),
  ]);
  return { identity, br, gzip: zipped };
}

/** A short name of a content: 22 characters that fit a path. */
export function contentHash(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** What answers a request for a file: 304 without a body where the client has it already. */
export function fileAnswer(
  file: PageFile,
  headers: Readonly<Record<string, string | string[] | undefined>>,
): { readonly status: number; readonly headers: Record<string, string>; readonly body?: Buffer } {
  const accepted = String(headers['accept-encoding'] ?? '').split(',');
  const [coding, body] = bodyFor(
    file,
    new Set(accepted.map((each) => each.trim().split(';', 1)[0])),
  );
  const common = {
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  if (isHeld(String(headers['if-none-match'] ?? ''), file.etag))
    return { status: 304, headers: common };
  return {
    status: 200,
    headers: {
      ...common,
      'content-type': file.type,
      'content-length': String(body.length),
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
    body,
  };
}

function bodyFor({ bodies }: PageFile, accepted: ReadonlySet<string | undefined>) {
  for (const coding of ['br', 'gzip'] as const) {
    const body = bodies[coding];
    if (body !== undefined && accepted.has(coding)) return [coding, body] as const;
  }
  return ['identity', bodies.identity] as const;
}
