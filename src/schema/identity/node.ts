import { builder } from '../builder.ts';

/** The Node interface. */
export const Node = builder.nodeInterfaceRef();
