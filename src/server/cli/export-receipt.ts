import { issueCheckpoint, makeReceipt } from '../../receipts/index.ts';
import { Anomaly, instantOf } from '../../values/index.ts';
import { signingKeyOf } from '../checkpoints/index.ts';
import { readConfig } from '../config.ts';
import { writeFile, writeStream } from '../export/index.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ExportOptions } from './export-options.ts';
import { findSubject } from './find-subject.ts';
import { refuseOthers } from './refuse-others.ts';
import { readStatuses } from './statuses.ts';
import type { Terminal } from './terminal.ts';
import { readTimes } from './times.ts';
import { withDatabase } from './with-database.ts';

/** What a receipt is asked for by; any other option would be ignored. */
const TAKEN = ['person', 'asOf', 'knownAt', 'status', 'output', 'json'];

/**
 * `insider-ledger export receipt`: the holdings of one person with the events that they rest on,
 * their proofs and a checkpoint, which is signed first where the ledger has grown
 * (docs/guides/verify.md).
 */
export async function exportReceiptCommand(
  terminal: Terminal,
  options: ExportOptions,
): Promise<ExitStatus> {
  const person = personOf(options);
  const viewpoint = readTimes(options, new Date());
  const statuses = readStatuses(options.status);
  const key = signingKeyOf(readConfig());
  if (key === null) {
    throw new Anomaly('Incorrect', 'A receipt is signed: let CHECKPOINT_KEY be a key for it.');
  }
  const receipt = await withDatabase(terminal, async (database) => {
    const { pool } = database;
    const found = await findSubject(pool, person, { types: ['Person'], where: '--person' });
    await issueCheckpoint(database, { key, now: () => instantOf(new Date()) });
    const who = { id: found.key, cik: found.cik, name: found.name };
    return makeReceipt(pool, await key(), { person: who, viewpoint, statuses });
  });
  const { output = '-' } = options;
  const text = once(`${JSON.stringify(receipt, null, 2)}\n`);
  const bytes = await (output === '-'
    ? writeStream(process.stdout, text)
    : writeFile(output, text));
  const events = receipt.events.length;
  const tell = (line: string) => (output === '-' ? terminal.say(line) : terminal.print(line));
  if (options.json) tell(JSON.stringify({ exported: 'receipt', events, bytes }));
  else
    tell(
      `A receipt of ${events} events (${bytes} bytes) exported${output === '-' ? '' : ` to ${output}`}`,
    );
  return 0;
}

/** Incorrect where another option is given, or not one person. */
function personOf(options: ExportOptions): string {
  refuseOthers('receipt', options, TAKEN);
  const [person, ...others] = options.person ?? [];
  if (person !== undefined && others.length === 0) return person;
  throw new Anomaly('Incorrect', '--person: a receipt is of one person; name one.');
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
