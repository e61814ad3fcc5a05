import type { KeyScope } from '../../desk/index.ts';

/** Who asks: nobody in particular, or whoever holds an API key that is in force. */
export type Caller =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'key';
      readonly id: bigint;
      /** The operator's word for the key. */
      readonly name: string;
      readonly scopes: readonly KeyScope[];
    };

/** Whoever presents no key. */
export const ANONYMOUS: Caller = { kind: 'anonymous' };
