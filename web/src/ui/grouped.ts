/**
 * An exact decimal with its thousands grouped: "-1234567.5" as "−1,234,567.5". No digit is lost.
 */
export function grouped(decimal: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  if (whole === '') return decimal;
  const minus = sign === '' ? '' : '\u2212';
  return `${minus}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}
