import { Anomaly } from '../../values/index.ts';

/** Incorrect where an option is given that would be ignored. */
export function refuseOthers(what: string, options: object, taken: readonly string[]): void {
  const strange = Object.keys(options).find((name) => !taken.includes(name));
  if (strange === undefined) return;
  const name = strange.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new Anomaly('Incorrect', `--${name}: means nothing for a ${what}.`);
}
