import { setFlagsFromString } from 'node:v8';

/**
 * Sets V8 for a long ingest, in all threads of this process; docs/decisions/0030 says what each
 * setting was measured to save.
 *
 * - Heaps are collected once they have doubled. By default V8 lets them grow further, which takes
 *   half as much memory again for nothing. To collect much earlier is no better: each time V8
 *   forgets the machine code of functions that nobody holds just then, and compiles them again.
 * - A function is optimised after six times as much running as by default. A fifth of an ingest's
 *   time in Node was compiling, most of it of short functions made anew in every transaction.
 */
export function tuneEngine(): void {
  setFlagsFromString('--heap-growing-percent=100');
  setFlagsFromString('--interrupt-budget=400000');
}
