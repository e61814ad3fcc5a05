export type { Assistant, AssistantOptions } from './assistant-server.ts';
export { type McpOptions, serveMcp } from './serve-mcp.ts';
export { serveStdio } from './serve-stdio.ts';
