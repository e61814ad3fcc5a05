import { expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { Operations } from '../../src/server/operations/index.ts';
import { DEFAULT_SETTINGS } from '../../src/server/settings/index.ts';

/** Does work with so many frames of the stack in use already. */
function below(frames: number, work: () => unknown): unknown {
  return frames === 0 ? work() : [below(frames - 1, work)][0];
}

it('a document too deep for the stack is refused as such, however little of it is left', () => {
  const { limits } = DEFAULT_SETTINGS;
  const text = '{a'.repeat(1_300) + '}'.repeat(1_300);
  const messages = new Set<string>();
  try {
    for (let frames = 0; ; frames += 100) {
      // Kept by no cache: each is another text.
      const operations = new Operations({ schema, limits, introspection: true });
      const refused = below(frames, () => operations.prepare(text, null));
      for (const { message } of refused as readonly { readonly message: string }[]) {
        messages.add(message);
      }
    }
  } catch (error) {
    // Not even to be called is there room.
    expect(error).toBeInstanceOf(RangeError);
  }
  // With room enough it is read, and refused for its depth.
  messages.delete('The operation is 1300 fields deep; 15 at most.');
  expect([...messages]).toEqual(['The document is nested too deeply to be read.']);
});
