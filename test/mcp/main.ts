import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { migrate, openDatabase, SERVER_ROLE } from '../../src/database/index.ts';
import { openEmbedded } from '../../src/server/embedded/index.ts';
import { connectAssistant } from '../support/assistant/assistant.ts';
import { askClaims } from './ask-claims.ts';
import { askQuestions } from './ask-questions.ts';
import { generateClaims } from './claims.ts';
import { fileMarket } from './filed-market.ts';
import { generateQuestions } from './questions.ts';
import { fillMarket, MARKET, serveLedger } from './served-market.ts';

const { values } = parseArgs({
  options: {
    questions: { type: 'string', default: '200' },
    claims: { type: 'string', default: '300' },
    issuers: { type: 'string', default: String(MARKET.issuers) },
    people: { type: 'string', default: String(MARKET.people) },
    years: { type: 'string', default: String(MARKET.years) },
    seed: { type: 'string', default: '1' },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'insider-ledger-mcp-'));
// PostgreSQL is not run as root: another user has to enter.
await chmod(folder, 0o755);
const embedded = await openEmbedded(join(folder, 'data'));
const closing: (() => Promise<void>)[] = [];
try {
  await migrate(embedded.adminUrl);
  await embedded.grantServerLogin(SERVER_ROLE);
  const market = fileMarket({
    ...MARKET,
    issuers: Number(values.issuers),
    people: Number(values.people),
    years: Number(values.years),
  });
  const database = openDatabase({ connectionString: embedded.serverUrl, poolSize: 4 });
  await fillMarket(database, market);
  await database.close();
  const { url, close } = await serveLedger(embedded.serverUrl);
  closing.push(close);
  const assistant = await connectAssistant(url, {}, (end) => closing.unshift(end));
  console.log(`A market of ${market.documents.length} filings, ${market.trades.length} trades.`);
  const seed = Number(values.seed);
  const asked = generateQuestions(market, Number(values.questions), seed);
  const { faults: others, ...questions } = await askQuestions(assistant, url, asked);
  console.log('Questions, answered as GraphQL answers:', questions);
  const claimed = generateClaims(market, Number(values.claims), seed);
  const { faults, ...claims } = await askClaims(assistant, claimed);
  console.log('Claims:', claims);
  for (const fault of [...others, ...faults]) console.log(fault);
  const isWell =
    questions.same === questions.asked &&
    claims.right >= claims.asked * 0.99 &&
    claims.falselyConfirmed === 0;
  process.exitCode = isWell ? 0 : 1;
} finally {
  for (const end of closing) await end();
  await embedded.release();
  await rm(folder, { recursive: true, force: true });
}
