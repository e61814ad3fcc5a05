import type { Queryable } from '../../database/index.ts';

/** Runs statements that several requests share, and ends those that take too long. */
export type SharedWork = <Answer>(work: (db: Queryable) => Promise<Answer>) => Promise<Answer>;

/** Answers several keys of one question, in their order. */
export type AnswerKeys<Key, Answer> = (
  db: Queryable,
  keys: readonly Key[],
) => Promise<readonly Answer[]>;

/** Keys in one statement at most. */
const TOGETHER = 500;

/** Statements of one question under way at most: what is asked meanwhile goes into the next. */
const MOST_RUNNING = 2;

class Asked<Key, Answer> {
  readonly key: Key;
  readonly answer: Promise<Answer>;
  resolve: (answer: Answer) => void = never;
  reject: (reason: unknown) => void = never;

  constructor(key: Key) {
    this.key = key;
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

function never(): void {
  // The promise, which is made at once, puts its own in its place.
}

/** One question: the keys that wait for its next statement, by what tells them apart. */
interface Lane<Key, Answer> {
  readonly waiting: Map<unknown, Asked<Key, Answer>>;
  readonly answerKeys: AnswerKeys<Key, Answer>;
  running: number;
  isScheduled: boolean;
}

/**
 * The batches of a server: requests of the same moment that ask the same question of several keys
 * ask it in one statement. Each gets what was read after it asked; nothing is kept.
 */
export class SharedBatches {
  readonly #run: SharedWork;
  readonly #lanes = new Map<string, Lane<never, unknown>>();

  constructor(run: SharedWork) {
    this.#run = run;
  }

  /**
   * The answer to a question for a key. Questions of one name must have equal answers, keys that
   * `text` does not tell apart too.
   */
  ask<Key, Answer>(
    question: string,
    { key, text }: { readonly key: Key; readonly text: unknown },
    answerKeys: AnswerKeys<Key, Answer>,
  ): Promise<Answer> {
    const lane = this.#lane(question, answerKeys);
    const known = lane.waiting.get(text);
    if (known !== undefined) return known.answer;
    const asked = new Asked<Key, Answer>(key);
    lane.waiting.set(text, asked);
    this.#schedule(question, lane);
    return asked.answer;
  }

  /**
   * Reads the answers of a batch. What is wrong with one key does not reach those who asked for
   * others.
   */
  async #settle<Key, Answer>(
    lane: Lane<Key, Answer>,
    batch: readonly Asked<Key, Answer>[],
  ): Promise<void> {
    try {
      const keys = batch.map(({ key }) => key);
      const answers = await this.#run((db) => lane.answerKeys(db, keys));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      if (batch.length > 1 && isOfOneKey(error)) {
        for (const asked of batch) await this.#settle(lane, [asked]);
        return;
      }
      for (const { reject } of batch) reject(error);
    }
  }

  #lane<Key, Answer>(question: string, answerKeys: AnswerKeys<Key, Answer>): Lane<Key, Answer> {
    const known = this.#lanes.get(question) as Lane<Key, Answer> | undefined;
    if (known !== undefined) return known;
    const lane = { waiting: new Map(), answerKeys, running: 0, isScheduled: false };
    this.#lanes.set(question, lane);
    return lane;
  }

  #schedule<Key, Answer>(question: string, lane: Lane<Key, Answer>): void {
    if (lane.isScheduled || lane.running === MOST_RUNNING) return;
    lane.isScheduled = true;
    // Once all that has come in by now was read.
    setImmediate(() => {
      lane.isScheduled = false;
      void this.#answer(question, lane);
    });
  }

  async #answer<Key, Answer>(question: string, lane: Lane<Key, Answer>): Promise<void> {
    const batch: Asked<Key, Answer>[] = [];
    for (const [text, asked] of lane.waiting) {
      if (batch.length === TOGETHER) break;
      lane.waiting.delete(text);
      batch.push(asked);
    }
    lane.running += 1;
    if (lane.waiting.size > 0) this.#schedule(question, lane);
    await this.#settle(lane, batch);
    lane.running -= 1;
    if (lane.waiting.size > 0) this.#schedule(question, lane);
    else if (lane.running === 0 && !lane.isScheduled) this.#lanes.delete(question);
  }
}

/**
 * Whether PostgreSQL says that a value is none that it could hold: a data exception, of class 22.
 */
function isOfOneKey(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code?.toString().startsWith('22') === true;
}
