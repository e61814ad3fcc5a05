/** How an answer may be written. */
export type AnswerType = 'json' | 'graphql-response' | 'event-stream';

/** The content type of each. */
export const CONTENT_TYPES: Readonly<Record<AnswerType, string>> = {
  json: 'application/json; charset=utf-8',
  'graphql-response': 'application/graphql-response+json; charset=utf-8',
  'event-stream': 'text/event-stream; charset=utf-8',
};

/** What a request without Accept gets, as the specification has it until its watershed. */
const DEFAULT: AnswerType = 'json';

const TYPES: Readonly<Record<string, AnswerType>> = {
  'application/graphql-response+json': 'graphql-response',
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'text/event-stream': 'event-stream',
};

/** The answer that an Accept header prefers, of equal ones the first; null where it takes none. */
export function preferredType(accept: string | undefined): AnswerType | null {
  if (accept === undefined || accept === '' || accept === '*/*') return DEFAULT;
  const direct = TYPES[accept];
  if (direct !== undefined) return direct;
  let best: { readonly type: AnswerType; readonly weight: number } | null = null;
  for (const range of accept.toLowerCase().slice(0, 1_000).split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim());
    const type = TYPES[name];
    if (type === undefined || !isUtf8(parameters)) continue;
    const weight = weightOf(parameters);
    if (weight > 0 && (best === null || weight > best.weight)) best = { type, weight };
  }
  return best?.type ?? null;
}

/** Whether a body's content type is JSON in UTF-8: no form of a page can send that. */
export function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true;
  const [name = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  return name.toLowerCase() === 'application/json' && isUtf8(parameters);
}

function isUtf8(parameters: readonly string[]): boolean {
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  return charset === undefined || /^charset="?utf-?8"?$/i.test(charset);
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = given === undefined ? 1 : Number(given.slice(2));
  return Number.isNaN(weight) ? 1 : weight;
}
