import { isEnumType } from 'graphql';
import { z } from 'zod';
import { schema } from '../../../schema/index.ts';
import { invariant } from '../../../values/index.ts';

/** The values of an enum of the API, as a schema of arguments: the two cannot differ. */
export function valuesOf<Value extends string>(name: string): z.ZodType<Value, Value> {
  const type = schema.getType(name);
  invariant(isEnumType(type), `${name} is an enum of the API`);
  const [first = '', ...others] = type.getValues().map((value) => value.name);
  return z.enum([first, ...others]) as never;
}
