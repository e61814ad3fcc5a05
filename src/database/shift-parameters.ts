/** A statement whose parameters stand behind so many of others: $1 becomes $(1 + count). */
export function shiftParameters(text: string, count: number): string {
  return text.replace(/\$(\d+)/g, (_, number) => `$${count + Number(number)}`);
}
