import {
  completable,
  fromJsonSchema,
  type McpServer,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { assistantServer } from '../../src/server/mcp/assistant-server.ts';

/** One red pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==';
/** A sound of no length. */
const SILENCE = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (said: string) => ({ type: 'text' as const, text: said });
const image = { type: 'image' as const, data: PIXEL, mimeType: 'image/png' };
const resource = (uri: string, mimeType: string, said: string) => ({
  type: 'resource' as const,
  resource: { uri, mimeType, text: said },
});
const saying =
  (...content: object[]) =>
  async () =>
    ({ content }) as never;

/** A server of this project that has, beside its own, what the conformance suite asks for. */
export const serverWithFixtures: typeof assistantServer = (options, assistant) => {
  const server = assistantServer(options, assistant);
  addTools(server);
  addResources(server);
  addPrompts(server);
  return server;
};

function addTools(server: McpServer): void {
  const tools: Readonly<Record<string, readonly object[]>> = {
    test_simple_text: [text('This is a simple text response for testing.')],
    test_image_content: [image],
    test_audio_content: [{ type: 'audio', data: SILENCE, mimeType: 'audio/wav' }],
    test_embedded_resource: [
      resource('test://embedded-resource', 'text/plain', 'This is an embedded resource content.'),
    ],
    test_multiple_content_types: [
      text('Multiple content types test:'),
      image,
      resource('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  };
  for (const [name, content] of Object.entries(tools)) {
    server.registerTool(name, { description: name, inputSchema: z.object({}) }, saying(...content));
  }
  const inputSchema = fromJsonSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    $defs: {
      address: {
        type: 'object',
        properties: { street: { type: 'string' }, city: { type: 'string' } },
      },
    },
    properties: { name: { type: 'string' }, address: { $ref: '#/$defs/address' } },
    additionalProperties: false,
  });
  const schema = { description: 'JSON Schema 2020-12', inputSchema };
  server.registerTool('json_schema_2020_12_tool', schema, saying(text('read')));
  const error = { description: 'fails', inputSchema: z.object({}) };
  server.registerTool('test_error_handling', error, async () => {
    throw new Error('This tool intentionally returns an error for testing');
  });
}

function addResources(server: McpServer): void {
  server.registerResource('static-text', 'test://static-text', {}, async (uri) => ({
    contents: [{ uri: uri.href, mimeType: 'text/plain', text: 'Static text for testing.' }],
  }));
  server.registerResource('static-binary', 'test://static-binary', {}, async (uri) => ({
    contents: [{ uri: uri.href, mimeType: 'image/png', blob: PIXEL }],
  }));
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  server.registerResource('template', template, {}, async (uri, { id }) => ({
    contents: [{ uri: uri.href, mimeType: 'application/json', text: JSON.stringify({ id }) }],
  }));
}

function addPrompts(server: McpServer): void {
  const user = (content: object) => ({ role: 'user' as const, content }) as never;
  server.registerPrompt('test_simple_prompt', { description: 'simple' }, async () => ({
    messages: [user(text('This is a simple prompt for testing.'))],
  }));
  const withArguments = z.object({
    arg1: completable(z.string(), (value) => [`${value}ing`]),
    arg2: z.string(),
  });
  server.registerPrompt(
    'test_prompt_with_arguments',
    { description: 'arguments', argsSchema: withArguments },
    async ({ arg1, arg2 }) => ({
      messages: [user(text(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`))],
    }),
  );
  server.registerPrompt(
    'test_prompt_with_embedded_resource',
    { description: 'resource', argsSchema: z.object({ resourceUri: z.string() }) },
    async ({ resourceUri }) => ({
      messages: [user(resource(resourceUri, 'text/plain', 'Embedded.')), user(text('Read it.'))],
    }),
  );
  server.registerPrompt('test_prompt_with_image', { description: 'image' }, async () => ({
    messages: [user(image), user(text('Look at it.'))],
  }));
}
