import type { Database, Primary } from '../database/index.ts';
import type { Watches } from '../schema/index.ts';
import type { Instant } from '../values/index.ts';
import type { Log, Relaying, Tracing } from './operators/index.ts';
import type { Page } from './page/index.ts';
import type { Settings } from './settings/index.ts';

/** What the server is made of. */
export interface HttpServerOptions {
  readonly database: Database;
  /** Each opens a streaming standby of it, to answer queries from; none where left out. */
  readonly standbys?: readonly (() => Database)[];
  /** Which of them takes changes; always `database` where left out. */
  readonly primary?: Primary | null;
  /** What it allows; the defaults where left out. */
  readonly settings?: Partial<Settings>;
  /** The clock; the machine's own where left out. Asked once a request. */
  readonly now?: () => Instant;
  /** Lines of JSON on standard error where left out: what fails, and no more. */
  readonly log?: Log;
  /** Spans of operations; none where left out. The server sends what is left when it closes. */
  readonly tracing?: Tracing | null;
  /** The explorer, as it was built; none where left out. */
  readonly page?: Page | null;
  /** Makes watches; none where left out. */
  readonly watches?: Watches | null;
  /** Where this process relays events to, for the metrics; nowhere where left out. */
  readonly relay?: Relaying | null;
}
