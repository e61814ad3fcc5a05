/**
 * The words of several lines as one text. Some text browsers break lines at a slash, beside which
 * no blank stands: "09/30/" goes on with "2022", "and/" with "or", and "1 2" with "/3". A slash in
 * capitals, as in "/DE/", may have blanks beside it.
 */
export function joined(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const end = text.slice(-2);
    const isBroken =
      (/[a-z\d]\/$/.test(end) && /^[a-z\d]/.test(line)) ||
      (/\d$/.test(end) && /^\/\d/.test(line));
    text += text === '' || isBroken ? line : ` ${line}`;
  }
  return text;
}
