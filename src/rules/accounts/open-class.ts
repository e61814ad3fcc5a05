import { compareFilings, type FilingOrder } from './group-line.ts';
import type { OpenAccount } from './open-account.ts';

/**
 * A class of security while lines are being assigned: its accounts, and where its title was met.
 */
export class OpenClass {
  readonly securityClass: string;
  readonly accounts: OpenAccount[] = [];
  /** The last filing that listed it. */
  #last: FilingOrder | null = null;
  readonly #beside = new Set<string>();

  constructor(securityClass: string) {
    this.securityClass = securityClass;
  }

  /** Notes that a filing lists it, and which other classes. */
  list(filing: FilingOrder, beside: readonly OpenClass[]): void {
    this.#last = filing;
    for (const { securityClass } of beside) this.#beside.add(securityClass);
  }

  /** Whether a filing listed both titles, so that they are two classes. */
  stoodBeside({ securityClass }: OpenClass): boolean {
    return this.#beside.has(securityClass);
  }

  /** Whether no filing listed it after the last one of an account of it. */
  endsWith({ lastFiling }: OpenAccount): boolean {
    return (
      this.#last !== null && lastFiling !== null && compareFilings(this.#last, lastFiling) === 0
    );
  }
}
