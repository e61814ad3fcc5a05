import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { PARSER_VERSION } from '../../src/parser/index.ts';
import { parse } from '../support/parse.ts';
import { sampleDocuments } from '../support/samples.ts';

/** What the samples are read as, warnings too, by this version of the parser. */
const READINGS = {
  version: 7,
  digest: 'bcbbfe0d8fc60b24899bc517f96e0bb1bc9d1392068663940afab84ed083e7ac',
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
