import type { EnumRef } from '@pothos/core';
import { builder, type Types } from './builder.ts';

/** Defines an enum from its values, each with its description. */
export function enumOf<const Descriptions extends Readonly<Record<string, string>>>(
  name: string,
  description: string,
  descriptions: Descriptions,
) {
  const values = Object.entries(descriptions).map(([value, text]) => [
    value,
    { description: text },
  ]);
  type Value = keyof Descriptions & string;
  return builder.enumType(name, {
    description,
    values: Object.fromEntries(values),
  }) as unknown as EnumRef<Types, Value, Value>;
}
