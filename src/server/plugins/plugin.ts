import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from '../exchange.ts';

/** A plugin of Yoga that knows the exchange of its request. */
export type ServerPlugin = Plugin<ServerContext, ServerContext>;
