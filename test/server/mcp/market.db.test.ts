import { afterAll, beforeAll, expect, it } from 'vitest';
import { askClaims } from '../../mcp/ask-claims.ts';
import { askQuestions } from '../../mcp/ask-questions.ts';
import { generateClaims } from '../../mcp/claims.ts';
import { type FiledMarket, fileMarket } from '../../mcp/filed-market.ts';
import { generateQuestions } from '../../mcp/questions.ts';
import { fillMarket, SMALL_MARKET } from '../../mcp/served-market.ts';
import { connectAssistant, type TestAssistant } from '../../support/assistant/assistant.ts';
import { startServer } from '../../support/live-server.ts';
import { createTestLedger } from '../../support/test-ledger.ts';

let market: FiledMarket;
let assistant: TestAssistant;
let url: string;

beforeAll(async () => {
  market = fileMarket(SMALL_MARKET);
  const ledger = await createTestLedger(afterAll);
  await fillMarket(ledger.database, market);
  ({ url } = await startServer(ledger.database, {}, afterAll));
  assistant = await connectAssistant(url, {}, afterAll);
});

it('an assistant is answered what GraphQL answers, in twenty-four generated questions', async () => {
  const report = await askQuestions(assistant, url, generateQuestions(market, 24, 1));
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ asked: 24, same: 24 });
  expect(report.found).toBeGreaterThan(12);
  expect(report.largestBytes).toBeLessThan(25_000);
});

it('of forty generated claims none is confirmed that is wrong, and all are judged right', async () => {
  const report = await askClaims(assistant, generateClaims(market, 40, 1));
  expect(report.faults).toEqual([]);
  expect(report).toMatchObject({ asked: 40, right: 40, falselyConfirmed: 0 });
  expect(Object.keys(report.kinds).length).toBeGreaterThanOrEqual(8);
});
