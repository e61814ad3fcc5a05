import type { Database } from '../../database/index.ts';
import { recordsOf } from '../../database/index.ts';
import {
  deadLetters,
  findWatch,
  listKeys,
  listWatches,
  pauseWatch,
  removeWatch,
  replayWatch,
  resumeWatch,
  retryDeadLetters,
  type Watch,
} from '../../desk/index.ts';
import { type AskedWatch, filterGiven, schema } from '../../schema/index.ts';
import { Anomaly } from '../../values/index.ts';
import { withContext } from '../watch/index.ts';
import { printable } from './describe-rejected.ts';
import type { ExitStatus } from './exit-status.ts';
import type { OutputOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { withDatabase } from './with-database.ts';
import { withWatches } from './with-watches.ts';

/** Options of `watch add`, as they stand on the command line. */
export interface AddWatchOptions extends OutputOptions {
  readonly name: string;
  readonly webhook?: string;
  readonly mail?: string;
  readonly digest?: string;
  readonly filter: string;
  readonly after?: string;
  readonly key?: string;
}

/** `insider-ledger watch add`: prints the secret of a webhook, the one time that it is known. */
export async function addWatchCommand(
  terminal: Terminal,
  { name, filter, after, key, json = false, ...target }: AddWatchOptions,
): Promise<ExitStatus> {
  const to = targetOf(target);
  const from = after === undefined ? null : positionOf(after, '--after');
  return withWatches(terminal, async (database, { watches }) => {
    const given = await withContext(database, (context) =>
      filterGiven(new URLSearchParams(filter), context, schema),
    );
    const keyId = key === undefined ? null : await keyOf(database, key);
    const { watch, secret } = await watches.make({ keyId, name, filter: given, to, after: from });
    if (json) {
      terminal.print(JSON.stringify({ ...shown(watch), secret }));
      return 0 as const;
    }
    if (secret !== null) terminal.print(secret);
    terminal.say(`Watch ${watch.id} sends to ${watch.shown} what comes after ${watch.position}.`);
    if (secret !== null) terminal.say('Keep the secret now: it cannot be shown again.');
    terminal.say('A running "insider-ledger serve" sends it.');
    return 0 as const;
  });
}

/** `insider-ledger watch list`. */
export async function listWatchesCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const watches = await withDatabase(terminal, ({ pool }) => listWatches(pool, 'operator'));
  if (json) terminal.print(JSON.stringify({ watches: watches.map(shown) }));
  else if (watches.length === 0) terminal.say('There is no watch. Make one with "watch add".');
  else for (const watch of watches) terminal.print(describe(watch));
  return 0;
}

/** What is done to one watch. */
export type WatchChange = 'pause' | 'resume' | 'remove';

/** `insider-ledger watch pause`, `resume` and `remove`. */
export async function changeWatchCommand(
  terminal: Terminal,
  which: string,
  { change, json = false }: OutputOptions & { readonly change: WatchChange },
): Promise<ExitStatus> {
  const id = watchId(which);
  await withDatabase(terminal, async ({ pool }) => {
    if (change === 'remove') {
      await removeWatch(pool, id, 'operator');
      terminal.say(`Watch ${id} is removed.`);
      return;
    }
    const changed = await (change === 'pause' ? pauseWatch : resumeWatch)(pool, id, 'operator');
    print(terminal, changed, json);
  });
  return 0;
}

/** `insider-ledger watch replay`. */
export async function replayWatchCommand(
  terminal: Terminal,
  which: string,
  { after, json = false }: OutputOptions & { readonly after: string },
): Promise<ExitStatus> {
  const from = positionOf(after, '--after');
  const id = watchId(which);
  await withDatabase(terminal, async ({ pool }) => {
    print(terminal, await replayWatch(pool, id, { after: from, owner: 'operator' }), json);
  });
  return 0;
}

/** `insider-ledger watch dead-letters`: lists what was given up, or has it sent once more. */
export async function deadLettersCommand(
  terminal: Terminal,
  which: string,
  { retry = false, json = false }: OutputOptions & { readonly retry?: boolean },
): Promise<ExitStatus> {
  const id = watchId(which);
  await withDatabase(terminal, async ({ pool }) => {
    await findWatch(pool, id, 'operator');
    if (retry) {
      const count = await retryDeadLetters(pool, id);
      if (json) terminal.print(JSON.stringify({ retried: count }));
      else terminal.say(`${count} are sent once more, by a running "insider-ledger serve".`);
      return;
    }
    for (let after = 0n; ; ) {
      const page = await deadLetters(pool, id, { after, limit: PAGE });
      for (const letter of page) {
        const { position, attempts, reason, givenUpAt, retriedAt } = letter;
        if (json) {
          const given = { position: String(position), attempts, reason, givenUpAt, retriedAt };
          terminal.print(JSON.stringify(given));
        } else {
          terminal.print(printable(`${position}  ${givenUpAt}  ${attempts} attempts  ${reason}`));
        }
        after = position;
      }
      if (page.length < PAGE) return;
    }
  });
  return 0;
}

const PAGE = 100;

/** `insider-ledger watch reseal`: all watches by the first key of WATCH_KEY. */
export async function resealWatchesCommand(
  terminal: Terminal,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const count = await withWatches(terminal, (_, watches) => watches.reseal());
  if (json) terminal.print(JSON.stringify({ watches: count }));
  else terminal.say(`${count} watches are sealed with the first key of WATCH_KEY.`);
  return 0;
}

/** `insider-ledger watch test`: 1 where the receiver does not take it. */
export async function testWatchCommand(
  terminal: Terminal,
  which: string,
  { json = false }: OutputOptions,
): Promise<ExitStatus> {
  const id = watchId(which);
  return withWatches(terminal, async (_, { watches }) => {
    const { accepted, reason } = await watches.test(id);
    if (json) terminal.print(JSON.stringify({ accepted, reason }));
    else terminal.print(accepted ? `Watch ${id}: taken.` : `Watch ${id}: ${reason}`);
    return accepted ? 0 : 1;
  });
}

function targetOf({
  webhook,
  mail,
  digest,
}: Pick<AddWatchOptions, 'webhook' | 'mail' | 'digest'>): AskedWatch['to'] {
  if (webhook !== undefined && mail === undefined && digest === undefined) return { url: webhook };
  if (mail !== undefined && webhook === undefined) {
    if (digest === undefined) return { mail, digest: null };
    if (digest === 'hour' || digest === 'day') {
      return { mail, digest: digest === 'hour' ? 'HOUR' : 'DAY' };
    }
    throw new Anomaly('Incorrect', '--digest: is hour or day.');
  }
  throw new Anomaly(
    'Incorrect',
    'A watch sends to one of --webhook and --mail (--digest by mail).',
  );
}

async function keyOf(database: Database, which: string): Promise<bigint> {
  const keys = await listKeys(recordsOf(database));
  const key = keys.find(({ id, prefix }) => String(id) === which || prefix === which);
  if (key !== undefined) return key.id;
  throw new Anomaly('NotFound', '--key: no key has this id or prefix; see "key list".');
}

function positionOf(text: string, option: string): bigint {
  if (/^\d{1,15}$/.test(text)) return BigInt(text);
  throw new Anomaly('Incorrect', `${option}: is a position in the ledger, from 0.`);
}

function watchId(text: string): bigint {
  if (/^[1-9]\d{0,17}$/.test(text)) return BigInt(text);
  throw new Anomaly('Incorrect', 'A watch is named by its number; see "watch list".');
}

function print(terminal: Terminal, watch: Watch, json: boolean): void {
  terminal.print(json ? JSON.stringify(shown(watch)) : describe(watch));
}

function shown({ id, keyId, position, sent, failed, shown: to, ...watch }: Watch) {
  return {
    id: String(id),
    keyId: keyId === null ? null : String(keyId),
    ...watch,
    to,
    position: String(position),
    sent: String(sent),
    failed: String(failed),
  };
}

function describe(watch: Watch): string {
  const { id, channel, shown: to, digest, position, pausedAt, attempts, lastError } = watch;
  const parts = [
    String(id),
    channel.toLowerCase() + (digest === null ? '' : ` a ${digest.toLowerCase()}`),
    to,
    pausedAt === null ? 'active' : `paused ${pausedAt}`,
    `at ${position}`,
    `${watch.sent} sent`,
    watch.deadLetters === 0 ? null : `${watch.deadLetters} given up`,
    lastError === null ? null : `attempt ${attempts} failed: ${lastError}`,
    watch.keyId === null ? null : `key ${watch.keyId}`,
    watch.name,
  ];
  return printable(parts.filter((part) => part !== null).join('  '));
}
