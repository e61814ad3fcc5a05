import { z } from 'zod';
import { TOOLS, type Tool } from '../src/server/mcp/tools/index.ts';

/** What JSON Schema says of an argument, as far as the page does. */
interface Argument {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly items?: Argument;
  readonly default?: unknown;
  readonly description?: string;
}

/** docs/reference/tools.md: every tool that an assistant may ask, with its arguments. */
export function toolsPage(): string {
  return `${HEAD}\n${TOOLS.map(section).join('\n')}`;
}

const HEAD = `# The tools of assistants

Generated from the tools themselves ([how to ask by them](../guides/assistants.md)). Every answer
has \`asOf\`, \`knownAt\`, \`position\`, \`complete\`, \`links\`, \`cost\` and \`quotes\` beside what is
listed.
`;

function section({ name, title, description, input, output }: Tool): string {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input' });
  const rows = Object.entries(properties).map(([argument, schema]) =>
    row(argument, schema as Argument, required.includes(argument)),
  );
  const given = Object.keys(output.shape).filter((field) => !SHARED.includes(field));
  return `## ${name}

${title}.

> ${description}

| argument | what it takes | what it means |
| --- | --- | --- |
${rows.join('\n')}

It answers with ${given.map((field) => `\`${field}\``).join(', ')}.
`;
}

const SHARED = ['asOf', 'knownAt', 'position', 'complete', 'links', 'cost', 'quotes'];

function row(name: string, schema: Argument, isRequired: boolean): string {
  const means = [
    schema.description ?? '',
    ...(isRequired ? ['Required.'] : []),
    ...(schema.default === undefined ? [] : [`${JSON.stringify(schema.default)} where left out.`]),
  ].join(' ');
  return `| \`${name}\` | ${taken(schema)} | ${means.trim().replaceAll('|', '\\|')} |`;
}

function taken({ type = 'any', enum: values, items }: Argument): string {
  if (items !== undefined) return `a list: ${taken(items)}`;
  return values === undefined ? type : values.map((value) => `\`${value}\``).join(' ');
}
