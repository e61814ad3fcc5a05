import type { Register } from '../command-line.ts';
import { register as audit } from './audit.ts';
import { register as backfill } from './backfill.ts';
import { register as completion } from './completion.ts';
import { register as demo } from './demo.ts';
import { register as exported } from './export.ts';
import { register as follow } from './follow.ts';
import { register as holdings } from './holdings.ts';
import { register as ingest } from './ingest.ts';
import { register as key } from './key.ts';
import { register as mcp } from './mcp.ts';
import { register as parse } from './parse.ts';
import { register as rebuild } from './rebuild.ts';
import { register as reread } from './reread.ts';
import { register as serve } from './serve.ts';
import { register as status } from './status.ts';
import { register as verify } from './verify.ts';
import { register as watch } from './watch.ts';

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Register[] = [
  serve,
  mcp,
  holdings,
  ingest,
  follow,
  backfill,
  parse,
  status,
  verify,
  rebuild,
  audit,
  reread,
  exported,
  key,
  watch,
  demo,
  completion,
];
