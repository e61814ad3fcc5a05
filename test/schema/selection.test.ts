import { type FieldNode, Kind, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { asks, asksOfNodes } from '../../src/schema/selection.ts';

/** The look ahead of the first operation's fields. */
function infoOf(text: string) {
  const { definitions } = parse(text);
  const fragments = Object.fromEntries(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const [operation] = definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('No operation first.');
  return { fieldNodes: operation.selectionSet.selections as readonly FieldNode[], fragments };
}

describe('what is asked for below a field', () => {
  it('is found by its name, through aliases, fragments and types', () => {
    const info = infoOf(`{ events { nodes { a: position ...Line ... on X { code } } } }
      fragment Line on Y { security { title: class ...Terms } } fragment Terms on Z { expiresOn }`);
    expect(asks(info, ['nodes'], ['position'])).toBe(true);
    expect(asks(info, ['nodes'], ['a', 'hash'])).toBe(false);
    expect(asks(info, ['nodes'], ['hash', 'code'])).toBe(true);
    expect(asks(info, ['nodes', 'security'], ['class'])).toBe(true);
    expect(asks(info, ['nodes', 'security'], ['expiresOn'])).toBe(true);
    expect(asks(info, ['nodes', 'issuer'], ['name'])).toBe(false);
  });

  it('is all that several askings of one field and of its parts ask together', () => {
    const info = infoOf(
      '{ events { nodes { x: security { title } } } events { nodes { y: security { table } y: security { class } } } }',
    );
    for (const field of ['title', 'table', 'class']) {
      expect(asks(info, ['nodes', 'security'], [field])).toBe(true);
    }
  });

  it('is that of nodes by either way that leads to them', () => {
    expect(asksOfNodes(infoOf('{ a { nodes { issuer { name } } } }'), [], ['issuer'])).toBe(true);
    expect(
      asksOfNodes(infoOf('{ a { edges { node { issuer { name } } } } }'), ['issuer'], ['name']),
    ).toBe(true);
    expect(asksOfNodes(infoOf('{ a { edges { cursor } nodes { id } } }'), [], ['cursor'])).toBe(
      false,
    );
  });
});
