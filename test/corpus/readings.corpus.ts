import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/ledger/decisions/filings/fingerprint.ts';
import { PARSER_VERSION, parseDocument } from '../../src/parser/index.ts';
import { sourceDocument } from '../support/source-document.ts';

const folder = process.env.CORPUS_DIR ?? '';

/**
 * The fingerprints of a corpus of 10,353 submissions, 10,351 of them filings, by this version, and
 * how many have header facts.
 */
const READINGS = {
  version: 7,
  filings: 10_351,
  withHeaderFacts: 10_351,
  formerNames: 10_479,
  warnings: 0,
  digest: '6570a044143607aa5fb1c2266b78c4b6c1598e3f72669c11e0d98de816742afe',
};
const DOCUMENTS = 10_353;

it('§2 a corpus has the fingerprints that it had, or another version of the parser', (context) => {
  const names = readdirSync(folder).sort();
  if (names.length !== DOCUMENTS) context.skip();
  const hash = createHash('sha256');
  let filings = 0;
  let warnings = 0;
  let withHeaderFacts = 0;
  let formerNames = 0;
  for (const name of names) {
    const result = parseDocument(sourceDocument(name, readFileSync(join(folder, name))));
    if (!result.ok) continue;
    filings += 1;
    warnings += result.warnings.length;
    const { headerFacts } = result.filing.issuer;
    if (headerFacts !== undefined) withHeaderFacts += 1;
    formerNames += headerFacts?.formerNames.length ?? 0;
    hash.update(fingerprint(result.filing));
  }
  // Where this fails and the change is meant: raise PARSER_VERSION, and write all down here.
  const digest = hash.digest('hex');
  const counted = { filings, withHeaderFacts, formerNames, warnings };
  expect({ version: PARSER_VERSION, ...counted, digest }).toEqual(READINGS);
});
