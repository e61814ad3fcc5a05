import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { listFiles } from '../../src/sources/index.ts';
import { changedNumber, changedText } from './changed-identities.ts';

const NUMBER = /\d{10}-\d{2}-\d{6}/;

/**
 * Writes so many submissions: the given ones over and over, each time of other people and issuers,
 * copy by copy in a folder of its own. Gives the folders, in order.
 */
export async function makeFiles(
  from: readonly string[],
  folder: string,
  count: number,
  firstCopy = 1,
): Promise<string[]> {
  const texts = (await listFiles(from))
    .map((path) => ({ name: basename(path), text: readFileSync(path, 'latin1') }))
    // A text page has nothing that could be changed.
    .filter(({ text }) => /<(?:\w+:)?ownershipDocument/.test(text));
  if (texts.length === 0) throw new Error('There is no submission to copy.');
  const folders: string[] = [];
  for (let made = 0, copy = firstCopy; made < count; copy += 1) {
    const own = join(folder, String(copy).padStart(5, '0'));
    mkdirSync(own, { recursive: true });
    folders.push(own);
    for (const { name, text } of texts) {
      if (made === count) break;
      const changed = name.replace(NUMBER, (number) => changedNumber(number, copy));
      writeFileSync(join(own, changed), changedText(text, copy), 'latin1');
      made += 1;
    }
  }
  return folders;
}
