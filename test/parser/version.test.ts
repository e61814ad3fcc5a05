import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { PARSER_VERSION } from '../../src/parser/index.ts';
import { parse } from '../support/parse.ts';
import { sampleDocuments } from '../support/samples.ts';

/** What the samples are read as, warnings too, by this version of the parser. */
const READINGS = {
  version: 6,
  digest: '0c1f5f23657d9f636718a01f6ffe43b24616e1178e45b7f65c9f0c8708b3ce9e',
};

it('§1 a reading that changes has another version of the parser', () => {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(sampleDocuments()).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    hash.update(JSON.stringify([name, parse(text)]));
  }
  // Where this fails and the change is meant: raise PARSER_VERSION, and write both down here.
  expect({ version: PARSER_VERSION, digest: hash.digest('hex') }).toEqual(READINGS);
});
