/**
 * The words of several lines as one text. Some text browsers break lines at a slash, beside which
 * no blank stands: "09/30/" goes on with "2022", "and/" with "or", and "1 2" with "/3". A slash in
 * capitals, as in "/DE/", may have blanks beside it.
 */
export function joined(lines: readonly string[]): string {
  const parts: string[] = [];
  let end = '';
  for (const line of lines) {
    const isBroken =
      (/[a-z\d]\/$/.test(end) && /^[a-z\d]/.test(line)) || (/\d$/.test(end) && /^\/\d/.test(line));
    if (parts.length > 0 && !isBroken) parts.push(' ');
    parts.push(line);
    end = line.slice(-2);
  }
  return parts.join('');
}
