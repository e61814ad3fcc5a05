import { getOperationAST, parse, valueFromASTUntyped } from 'graphql';
import { EXAMPLE_OPERATIONS } from '../example-operations.ts';
import { compressed, contentHash, type PageFile, pageFile } from './page-file.ts';

/** GraphiQL: its page, and what that loads, by path. */
export interface Graphiql {
  readonly page: PageFile;
  readonly assets: ReadonlyMap<string, PageFile>;
}

/** What the rest of the address begins with, beneath the endpoint. */
export const GRAPHIQL_ASSETS = '/graphiql-';

/**
 * GraphiQL as its package has it, so that it works without a network: what the package writes into
 * one page of nine megabytes is a small page, a script and a style sheet here, which browsers keep.
 */
export async function openGraphiql(endpoint: string): Promise<Graphiql> {
  // Nine megabytes, which most processes never need.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const whole = renderGraphiQL({
    title: 'insider-ledger',
    favicon: 'data:,',
    defaultTabs: EXAMPLE_OPERATIONS.map((query) => ({ query, variables: defaultsOf(query) })),
    endpoint,
  });
  const [beforeStyle, style, afterStyle] = cut(whole, '<style>', '</style>');
  const [beforeScript, script, start] = cut(afterStyle, '<script>', RENDER);
  const names = {
    css: `${GRAPHIQL_ASSETS}${contentHash(style)}.css`,
    js: `${GRAPHIQL_ASSETS}${contentHash(script)}.js`,
  };
  const page = [
    beforeStyle,
    `<link rel="stylesheet" href="${endpoint}${names.css}">`,
    beforeScript,
    `<script src="${endpoint}${names.js}"></script><script>${RENDER}`,
    start,
  ].join('');
  const kept = async (text: string, type: string) =>
    pageFile(await compressed(text), { type, isImmutable: true });
  return {
    page: pageFile(await compressed(page), { type: HTML, isImmutable: false }),
    assets: new Map([
      [names.css, await kept(style, CSS)],
      [names.js, await kept(script, JAVASCRIPT)],
    ]),
  };
}

/** The variables of an operation, with their defaults, as JSON; empty where it has none. */
function defaultsOf(query: string): string {
  const operation = getOperationAST(parse(query));
  const defaults = (operation?.variableDefinitions ?? []).map(
    ({ variable, defaultValue }): [string, unknown] => [
      variable.name.value,
      defaultValue === undefined ? null : valueFromASTUntyped(defaultValue),
    ],
  );
  return defaults.length === 0 ? '' : JSON.stringify(Object.fromEntries(defaults), null, 2);
}

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** The call that the package's script ends with: the options of the page are its argument. */
const RENDER = 'YogaGraphiQL.renderYogaGraphiQL(';

/** What is before the first `from`, between it and the next `to`, and after that. */
function cut(text: string, from: string, to: string): [string, string, string] {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`The page of GraphiQL has no ${from} with ${to}.`);
  return [text.slice(0, start), text.slice(start + from.length, end), text.slice(end + to.length)];
}
