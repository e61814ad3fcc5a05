import type { Queryable } from '../../database/index.ts';
import {
  beginDigest,
  giveUpNotice,
  maySend,
  moveWatch,
  putOffWatch,
  refuseLetter,
  retriedLetters,
  type SealedWatch,
  settleLetter,
  stopWatch,
} from '../../desk/index.ts';
import type { EventNotice, NoticesFound } from '../../reads/index.ts';
import { type Channels, deliver } from './deliver.ts';
import { type Retries, waitAfter } from './retries.ts';
import type { Outcome } from './webhook.ts';

/** What a watch is sent with. */
export interface TurnOptions {
  /** The connection that holds the sender's lock: what is noted by it, no other sender notes. */
  readonly desk: Queryable;
  readonly channels: Channels;
  readonly retries: Retries;
  /** The notices for a watch, behind one position and up to another at most. */
  readonly read: (watch: SealedWatch, span: Span) => Promise<NoticesFound>;
  /** Called where a notice was given up, or a watch paused, with the watch's number and host. */
  readonly note: (line: string) => void;
  readonly isStopped: () => boolean;
}

/** Part of the ledger, and how many notices of it at most. */
export interface Span {
  readonly after: bigint;
  readonly through: bigint;
  readonly limit: number;
}

/** Notices in a row, after which other watches have their turn. */
const AT_ONCE = 20;

/** Notices of a digest; what is more comes in the next, at once. */
const IN_DIGEST = 500;

/**
 * Sends what a watch is behind with, some of it: in ledger order, one after the other, each noted
 * before the next is sent. A notice that is refused is waited for, and the others behind it wait
 * too. Gives up to where the ledger was looked through without a notice, where that is all.
 */
export async function takeTurn(
  watch: SealedWatch,
  head: bigint,
  options: TurnOptions,
): Promise<bigint | null> {
  await sendRetried(watch, options);
  if (watch.isWaiting || watch.position >= head) return null;
  if (watch.digest !== null) {
    await sendDigest(watch, head, options);
    return null;
  }
  const { notices, through } = await options.read(watch, {
    after: watch.position,
    through: head,
    limit: AT_ONCE,
  });
  let place = watch;
  for (const notice of notices) {
    const next = await sendOne(place, { notices: [notice], position: notice.position }, options);
    if (next === null) return null;
    place = next;
  }
  if (notices.length === 0) return through;
  if (through > place.position) {
    await moveWatch(options.desk, place, { to: through, isSent: false });
  }
  return null;
}

/** A digest ends where it was settled that it does, however often it is sent. */
async function sendDigest(watch: SealedWatch, head: bigint, options: TurnOptions): Promise<void> {
  const { desk, read } = options;
  const span = { after: watch.position, through: watch.pending ?? head, limit: IN_DIGEST };
  const { notices, through } = await read(watch, span);
  if (notices.length === 0) {
    await moveWatch(desk, watch, { to: through, isSent: false });
    return;
  }
  if (watch.pending === null && !(await beginDigest(desk, watch, through))) return;
  await sendOne(watch, { notices, position: through }, options);
}

/** The watch where it is now; null where it does not go on. */
async function sendOne(
  watch: SealedWatch,
  sent: { readonly notices: readonly EventNotice[]; readonly position: bigint },
  options: TurnOptions,
): Promise<SealedWatch | null> {
  const { desk, channels, retries, note } = options;
  if (options.isStopped() || !(await maySend(desk, watch))) return null;
  const outcome = await attempt(() => deliver(watch, sent, channels));
  const { position: at } = sent;
  if (outcome.kind === 'accepted') {
    const isThere = await moveWatch(desk, watch, { to: at, isSent: true });
    return isThere ? { ...watch, position: at, attempts: 0 } : null;
  }
  const { reason } = outcome;
  if (outcome.kind === 'stop') {
    note(`Watch ${watch.id} (${watch.shown}) is paused: ${reason}`);
    await stopWatch(desk, watch, reason);
    return null;
  }
  if (watch.attempts + 1 >= retries.attempts) {
    note(`Watch ${watch.id} (${watch.shown}) gives up position ${at}: ${reason}`);
    await giveUpNotice(desk, watch, { at, reason });
    return null;
  }
  const waitMs = Math.max(waitAfter(watch.attempts + 1, retries), outcome.waitMs ?? 0);
  await putOffWatch(desk, watch, { reason, waitMs });
  return null;
}

/** Dead letters that somebody wants to be sent once more, under the ids that they had. */
async function sendRetried(watch: SealedWatch, options: TurnOptions): Promise<void> {
  if (watch.deadLetters === 0) return;
  const { desk, channels, read } = options;
  for (const letter of await retriedLetters(desk, watch.id, AT_ONCE)) {
    if (options.isStopped()) return;
    const { after, position } = letter;
    const span = { after, through: position, limit: IN_DIGEST };
    const { notices } = await read(watch, span);
    const own = watch.channel === 'MAIL' ? notices : notices.slice(-1);
    const outcome = await attempt(() => deliver(watch, { notices: own, position }, channels));
    if (outcome.kind === 'accepted') await settleLetter(desk, letter);
    else await refuseLetter(desk, letter, outcome.reason);
  }
}

/** What cannot even be tried, as with another key, is an attempt that failed. */
async function attempt(send: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await send();
  } catch (error) {
    return { kind: 'refused', reason: (error as Error).message };
  }
}
