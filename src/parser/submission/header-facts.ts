import type { CalendarDate } from '../../values/index.ts';
import type { FormerName, HeaderFacts } from '../filing.ts';

/** EDGAR keeps three. */
const FORMER_NAMES_AT_MOST = 20;

/** Conformed names have 150 characters at most, words of a code far fewer. */
const TEXT = /^[^\p{Cc}]{1,150}$/u;
const SIC = /^([^[\]]*)\[(\d{1,4})\]$/;
const BARE_SIC = /^\d{1,4}$/;
const MONTH_AND_DAY = /^(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const STATE = /^[A-Z0-9]{2}$/;

/**
 * Collects what a header says of its issuer, field by field; of a field that comes twice the first
 * counts. Values that are not of EDGAR's form are left out (docs/domain.md §2).
 */
export class FactsReader {
  #sic: string | null = null;
  #sicDescription: string | null = null;
  #fiscalYearEnd: string | null = null;
  #stateOfIncorporation: string | null = null;
  #formerName: string | null = null;
  readonly #formerNames: FormerName[] = [];

  /** Takes a field by its name in either style, without blanks; others are passed over. */
  take(name: string, value: string, date: (text: string) => CalendarDate | null): void {
    switch (name) {
      case 'STANDARD-INDUSTRIAL-CLASSIFICATION':
      case 'ASSIGNED-SIC':
        this.#takeSic(value);
        break;
      case 'FISCAL-YEAR-END':
        this.#fiscalYearEnd ??= MONTH_AND_DAY.test(value) ? value : null;
        break;
      case 'STATE-OF-INCORPORATION':
        this.#stateOfIncorporation ??= STATE.test(value) ? value : null;
        break;
      case 'FORMER-CONFORMED-NAME':
        this.#formerName = TEXT.test(value) ? value : null;
        break;
      case 'DATE-OF-NAME-CHANGE':
      case 'DATE-CHANGED':
        this.#takeFormerName(date(value));
        break;
    }
  }

  /** Null where nothing is said. */
  facts(): HeaderFacts | null {
    const facts = {
      sic: this.#sic,
      sicDescription: this.#sicDescription,
      fiscalYearEnd: this.#fiscalYearEnd,
      stateOfIncorporation: this.#stateOfIncorporation,
      formerNames: this.#formerNames,
    };
    const { sic, fiscalYearEnd, stateOfIncorporation, formerNames } = facts;
    const isSaid = (sic ?? fiscalYearEnd ?? stateOfIncorporation) !== null;
    return isSaid || formerNames.length > 0 ? facts : null;
  }

  #takeSic(value: string): void {
    if (this.#sic !== null) return;
    const [, words = '', digits = BARE_SIC.test(value) ? value : ''] = SIC.exec(value) ?? [];
    if (digits === '') return;
    this.#sic = digits.padStart(4, '0');
    const description = words.trim();
    this.#sicDescription = TEXT.test(description) ? description : null;
  }

  #takeFormerName(until: CalendarDate | null): void {
    const name = this.#formerName;
    this.#formerName = null;
    if (name === null || until === null) return;
    if (this.#formerNames.length < FORMER_NAMES_AT_MOST) this.#formerNames.push({ name, until });
  }
}
