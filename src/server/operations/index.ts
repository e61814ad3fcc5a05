export { Answers } from './answers.ts';
export type { Variables } from './cost.ts';
export {
  type Asker,
  argsOf,
  Engine,
  isMutation,
  isRefusal,
  isSubscription,
  type Ready,
  type Refusal,
  type Request,
} from './engine.ts';
export type { Operation } from './operation.ts';
