import {
  Client,
  type ClientOptions,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';

/** What a tool answered: its words, and its structure where it did not refuse. */
export interface ToolAnswer {
  readonly words: string;
  // biome-ignore lint/suspicious/noExplicitAny: each tool has a structure of its own.
  readonly structured: any;
  readonly isError: boolean;
  /** Bytes of the result as it was sent. */
  readonly bytes: number;
}

/** An assistant that asks over HTTP, by the official client. */
export interface TestAssistant {
  readonly client: Client;
  readonly ask: (tool: string, args: object) => Promise<ToolAnswer>;
}

/** Connects an assistant to a server, by the address of its GraphQL. */
export async function connectAssistant(
  url: string,
  headers: Record<string, string> = {},
  onFinished: (close: () => Promise<void>) => void = onTestFinished,
  options: ClientOptions = {},
): Promise<TestAssistant> {
  const client = new Client({ name: 'test', version: '1' }, options);
  const transport = new StreamableHTTPClientTransport(new URL('/mcp', url), {
    requestInit: { headers },
  });
  await client.connect(transport);
  onFinished(() => client.close());
  return { client, ask: (tool, args) => askTool(client, tool, args) };
}

/** Asks a tool. */
async function askTool(client: Client, name: string, args: object): Promise<ToolAnswer> {
  const result = await client.callTool({ name, arguments: { ...args } });
  const words = result.content
    .map((part: { type: string; text?: string }) => part.text ?? '')
    .join('\n');
  return {
    words,
    structured: result.structuredContent,
    isError: result.isError === true,
    bytes: Buffer.byteLength(JSON.stringify(result)),
  };
}
