import type { ReactNode } from 'react';

/** Content that is struck through where it is out of force. */
export function Struck({
  when,
  children,
}: {
  readonly when: boolean;
  readonly children: ReactNode;
}) {
  return when ? <s>{children}</s> : children;
}
