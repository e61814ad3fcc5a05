export { openTail, type Tail, type TailOptions } from './tail.ts';
