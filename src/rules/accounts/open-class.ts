import type { ClassEntries } from './entries.ts';
import type { ClassEnd } from './family-end.ts';
import { compareFilings, type FilingOrder } from './group-line.ts';
import { OpenAccount } from './open-account.ts';

/**
 * A class of security while lines are being assigned: its accounts, and where its title was met.
 */
export class OpenClass {
  readonly securityClass: string;
  readonly accounts: OpenAccount[];
  /** How many filings had a line in one of its accounts before. */
  readonly places: number;
  /** The last filing that listed it. */
  #last: FilingOrder | null;
  readonly #beside: Set<string>;

  constructor(end: ClassEnd) {
    this.securityClass = end.securityClass;
    this.accounts = end.accounts.map((account) => new OpenAccount(account));
    this.places = end.places;
    this.#last = end.last;
    this.#beside = new Set(end.beside);
  }

  /** One that no filing has listed yet. */
  static empty(securityClass: string): OpenClass {
    return new OpenClass({ securityClass, last: null, beside: [], places: 0, accounts: [] });
  }

  /** Where it ends, given its entries. */
  end(entries: ClassEntries): ClassEnd {
    return {
      securityClass: this.securityClass,
      last: this.#last,
      beside: [...this.#beside],
      places: entries.places,
      accounts: this.accounts.map((account, index) =>
        account.end(entries.accounts[index]?.entriesBefore ?? []),
      ),
    };
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
