/** What an assistant's client sends with each message. */
export const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};
/** The message by which a tool is asked. */
export const call = (name: string, args: object, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
});
/** A question that has an answer in the samples. */
export const FINE = call('who_holds', { issuer: 'TWKX' });
export const asMessage = (message: unknown) => JSON.stringify(message);

/** Sends a body to the server at an address of its GraphQL, as an assistant does. */
export async function sendTo(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const response = await fetch(new URL('/mcp', url), {
    method: 'POST',
    headers: { ...HEADERS, ...headers },
    body,
  });
  return { status: response.status, text: await response.text() };
}
