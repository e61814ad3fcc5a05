import { describe, expect, it } from 'vitest';
import { complaints, parse, parseFiling } from '../support/parse.ts';
import { FORM_4 } from '../support/seed-pages.ts';

describe('the notes, remarks and signatures of a text page', () => {
  it('reads each of several signatures, and no footnote for one', () => {
    const page = FORM_4.replace('/s/ Michael', '/s/ Petra Quillon 03/08/2023\n\n/s/ Michael');
    const filing = parseFiling(page);
    expect(filing.signatures).toEqual([
      { name: '/s/ Petra Quillon', date: '2023-03-08' },
      ...parseFiling(FORM_4).signatures,
    ]);
    expect(filing.footnotes).toEqual(parseFiling(FORM_4).footnotes);
    const tight = parseFiling(FORM_4.replace('\n\n/s/ Michael', '\n/s/ Michael'));
    expect(tight).toEqual(parseFiling(FORM_4));
  });

  it('reads a signature on the line of the words that stand below it on the form', () => {
    const page = FORM_4.replace(/03\/09\/2023\s+\\\*\\\* Signature/, '03/09/2023 ** Signature');
    expect(page).not.toBe(FORM_4);
    expect(parseFiling(page)).toEqual(parseFiling(FORM_4));
  });

  it('adds a paragraph without a bullet to the footnote above it', () => {
    const { footnotes } = parseFiling(FORM_4.replace('\n\n/s/', '\n\nA second one.\n\n/s/'));
    expect(footnotes).toHaveLength(4);
    expect(footnotes[3]?.text).toMatch(/two-year period\. A second one\.$/);
  });

  it('reads footnotes and remarks that begin on the line of their heading', () => {
    const page = FORM_4.replace(
      /\*\*Explanation of Responses:\*\*\n\n- /,
      '**Explanation of Responses:** (1) ',
    ).replace('/s/ Michael', '**Remarks:** None.\n\n/s/ Michael');
    expect(parseFiling(page.replaceAll('\n- ', '\n* '))).toEqual({
      ...parseFiling(FORM_4),
      remarks: 'None.',
    });
  });

  it('refuses more than ten thousand footnotes', () => {
    const [first = ''] = FORM_4.match(/^- On the indicated date.*$/m) ?? [];
    const page = FORM_4.replace(first, `${first}\n${'- x\n'.repeat(10_000)}`);
    expect(complaints(parse(page))).toEqual(['TOO_MANY at 1:1']);
  });

  it('takes a remark that ends with a date for no signature', () => {
    const signature = '/s/ Michael C. Donlon,  \n';
    const dated = (remark: string) => FORM_4.replace(signature, `${remark}\n\n${signature}`);
    const filing = parseFiling(dated('**Remarks:**\n\nPower of attorney of 03/08/2023'));
    expect(filing.remarks).toBe('Power of attorney of 03/08/2023');
    expect(filing.signatures).toEqual(parseFiling(FORM_4).signatures);
    const joint = parseFiling(dated('**Remarks:**\n\nQuillon LLC, by its manager 03/09/2023'));
    expect(joint.remarks).toBeNull();
    expect(joint.signatures).toHaveLength(2);
  });

  it.each(['Table II - is amended below.', 'Explanation of Responses:', 'Remarks: none'])(
    'takes a remark "%s" for no other part of the page',
    (remark) => {
      const page = FORM_4.replace(
        '/s/ Michael',
        () => `**Remarks:** As said:\n${remark}\n\n/s/ Michael`,
      );
      expect(parseFiling(page)).toEqual({ ...parseFiling(FORM_4), remarks: `As said: ${remark}` });
    },
  );
});
