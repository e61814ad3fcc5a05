import { Header, type HeaderData, Pax } from 'tar';

/** An entry of a tar; a file where no type is given. */
export interface TarEntry {
  readonly path: string;
  readonly type?: HeaderData['type'];
  readonly linkpath?: string;
  readonly bytes?: Uint8Array;
  /** What its header says, where that is not the length of its bytes. */
  readonly size?: number;
}

/**
 * A tar of entries, names longer than a header holds in headers of their own, with an end unless
 * cut.
 */
export function printTar(entries: readonly TarEntry[], { isEnded = true } = {}): Buffer {
  const end = isEnded ? [Buffer.alloc(1_024)] : [];
  return Buffer.concat([...entries.map(printEntry), ...end]);
}

function printEntry({ path, type = 'File', linkpath, bytes, size }: TarEntry): Buffer {
  const body = Buffer.from(bytes ?? '');
  const header = new Header({
    path,
    type,
    size: size ?? body.length,
    mode: 0o644,
    mtime: new Date('2024-01-02'),
    ...(linkpath === undefined ? {} : { linkpath }),
  });
  const block = Buffer.alloc(512);
  const needsMore = header.encode(block, 0);
  const more = needsMore ? new Pax({ path, size: body.length }).encode() : Buffer.alloc(0);
  const padding = Buffer.alloc((512 - (body.length % 512)) % 512);
  return Buffer.concat([more, block, body, padding]);
}
