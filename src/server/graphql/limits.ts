import {
  type ASTVisitor,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { tooComplex } from '../../schema/index.ts';

const MAX_DEPTH = 15;
const MAX_ALIASES = 50;

/** Refuses operations that are nested too deep or ask one field under too many names. */
export function limits(): Plugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(LimitsRule);
    },
  };
}

const NOTHING: Size = { depth: 0, aliases: 0 };

/** The rule itself; introspection is not counted. */
function LimitsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const { depth, aliases } = measure(operation.selectionSet, context, new Map());
      if (depth > MAX_DEPTH) {
        context.reportError(
          tooComplex(`The operation is ${depth} fields deep; ${MAX_DEPTH} at most.`),
        );
      }
      if (aliases > MAX_ALIASES) {
        context.reportError(
          tooComplex(`The operation has ${aliases} aliases; ${MAX_ALIASES} at most.`),
        );
      }
    },
  };
}

interface Size {
  readonly depth: number;
  readonly aliases: number;
}

function measure(
  { selections }: SelectionSetNode,
  context: ValidationContext,
  fragments: Map<string, Size>,
): Size {
  const sizes = selections.map((selection) => sizeOf(selection, context, fragments));
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    aliases: sizes.reduce((sum, { aliases }) => sum + aliases, 0),
  };
}

function sizeOf(
  selection: SelectionNode,
  context: ValidationContext,
  fragments: Map<string, Size>,
): Size {
  if (selection.kind === Kind.FIELD) return fieldSize(selection, context, fragments);
  if (selection.kind === Kind.INLINE_FRAGMENT) {
    return measure(selection.selectionSet, context, fragments);
  }
  const name = selection.name.value;
  const known = fragments.get(name);
  if (known !== undefined) return known;
  // A fragment within itself counts as nothing here: that is another rule's complaint.
  fragments.set(name, NOTHING);
  const fragment = context.getFragment(name);
  const size = fragment == null ? NOTHING : measure(fragment.selectionSet, context, fragments);
  fragments.set(name, size);
  return size;
}

function fieldSize(
  field: FieldNode,
  context: ValidationContext,
  fragments: Map<string, Size>,
): Size {
  if (field.name.value.startsWith('__')) return NOTHING;
  const below =
    field.selectionSet === undefined ? NOTHING : measure(field.selectionSet, context, fragments);
  return {
    depth: below.depth + 1,
    aliases: below.aliases + (field.alias === undefined ? 0 : 1),
  };
}
