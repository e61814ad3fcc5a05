import { setFlagsFromString } from 'node:v8';

/**
 * Has the heaps of this process collected once they have doubled. By default V8 lets them grow
 * further, which takes half as much memory again for nothing. To collect much earlier is no better:
 * each time V8 forgets the machine code of functions that nobody holds just then, and compiles them
 * again (docs/decisions/0030).
 */
export function keepHeapsSmall(): void {
  setFlagsFromString('--heap-growing-percent=100');
}
