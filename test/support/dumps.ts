import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('../parser/dumps/', import.meta.url);

/** A dump of a sample's printed page: by which program, and the text. */
export interface Dump {
  readonly name: string;
  readonly sample: string;
  readonly program: string;
  readonly text: string;
}

/** What programs of other makers print of the samples' HTML pages. */
export function dumps(): Dump[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const [sample = '', program = ''] = name.split('.');
      return { name, sample, program, text: readFileSync(new URL(name, FOLDER), 'utf8') };
    });
}
