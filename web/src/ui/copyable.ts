import { useEffect, useSyncExternalStore } from 'react';
import { stringifyDocument, type TypedDocumentNode } from 'urql';

/** A question that a view asks, to be asked elsewhere. */
export interface Copyable {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

let asked: readonly Copyable[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Copyable[]): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** Offers a view's question for copying for as long as the view stands. */
export function useCopyable<Data, Variables extends object>(
  name: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): void {
  const text = JSON.stringify(variables);
  useEffect(() => {
    const one = { name, query: stringifyDocument(document), variables: JSON.parse(text) };
    change([...asked.filter((other) => other.name !== name), one]);
    return () => change(asked.filter((other) => other !== one));
  }, [name, document, text]);
}

/** The questions of the view that is open. */
export function useCopyables(): readonly Copyable[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );
}
