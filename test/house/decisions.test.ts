import { expect, test } from 'vitest';
import { textOf, trackedFiles } from './files.ts';

const PARTS = ['Context', 'Decision', 'What was measured', 'Consequences'];

test.each(trackedFiles('docs/decisions/*.md'))(
  '%s has the one shape of decisions: context, decision, what was measured, consequences',
  (path) => {
    const text = textOf(path);
    const number = /\/(\d{4})-/.exec(path)?.[1];
    expect(text).toMatch(new RegExp(`^# ${number}\\. [^\\n]+\\n\\nDate: \\d{4}-\\d\\d-\\d\\d`));
    expect(text).toMatch(/^Date: [^\n]*\bStatus: (?:accepted|superseded by \[)/m);
    const parts = text.split(/^## /m).slice(1);
    expect(parts.map((part) => part.slice(0, part.indexOf('\n')))).toEqual(PARTS);
    expect(parts.filter((part) => part.split('\n').slice(1).join('').trim() === '')).toEqual([]);
  },
);
