import type { HeaderFacts } from '../../parser/index.ts';
import type { CalendarDate } from '../../values/index.ts';

const ONSETS =
  'Bram Crell Dorv Elst Fenn Grath Hesk Irv Jorl Kelv Lomb Marv Nesk Orv Pell Quor Rusk Selv Torv Ulv Vark Wend Yarr Zell'.split(
    ' ',
  );
const CODAS =
  'abrook amoor ander enholm erby esque idge ingale odale omarsh orley ottam owick ulby umstead unfell yward'.split(
    ' ',
  );
const GIVEN =
  'Adda Bertil Corvin Dagny Edmar Fenna Gisla Hedvar Ilka Jorun Katrel Linus Maren Nils Odile Perran Quirin Runa Sanne Tamsin Ulla Viggo Wenna Ysolde Zeno'.split(
    ' ',
  );
const TRADES =
  'Optics Ferries Ceramics Foods Timber Bearings Pigments Looms Lanterns Orchards Turbines Glassworks Batteries Reagents Railcars Instruments Polymers Seeds Pumps Valves'.split(
    ' ',
  );
/** The SIC codes of the trades, and their words. */
const INDUSTRIES = [
  ['3827', 'OPTICAL INSTRUMENTS & LENSES'],
  ['4400', 'WATER TRANSPORTATION'],
  ['3260', 'POTTERY & RELATED PRODUCTS'],
  ['2000', 'FOOD & KINDRED PRODUCTS'],
  ['2421', 'SAWMILLS & PLANING MILLS, GENERAL'],
  ['3562', 'BALL & ROLLER BEARINGS'],
  ['2810', 'INDUSTRIAL INORGANIC CHEMICALS'],
  ['2200', 'TEXTILE MILL PRODUCTS'],
  ['3640', 'ELECTRIC LIGHTING & WIRING EQUIPMENT'],
  ['0100', 'AGRICULTURAL PRODUCTION-CROPS'],
  ['3510', 'ENGINES & TURBINES'],
  ['3220', 'GLASS & GLASSWARE, PRESSED OR BLOWN'],
  ['3690', 'MISCELLANEOUS ELECTRICAL MACHINERY, EQUIPMENT & SUPPLIES'],
  ['2835', 'IN VITRO & IN VIVO DIAGNOSTIC SUBSTANCES'],
  ['3743', 'RAILROAD EQUIPMENT'],
  ['3829', 'MEASURING & CONTROLLING DEVICES, NEC'],
  ['2821', 'PLASTIC MATERIALS, SYNTH RESINS & NONVULCAN ELASTOMERS'],
  ['0100', 'AGRICULTURAL PRODUCTION-CROPS'],
  ['3561', 'PUMPS & PUMPING EQUIPMENT'],
  ['3490', 'MISCELLANEOUS FABRICATED METAL PRODUCTS'],
] as const;
const YEAR_ENDS = ['1231', '1231', '1231', '0630', '1231', '0930'];
const STATES = ['DE', 'DE', 'NV', 'DE', 'MD', 'NY', 'DE', 'A1'];
const SUFFIXES = ['Inc', 'Corp', 'Holdings Inc', 'Group Inc', 'Ltd'] as const;
const STREETS = ['Quarry Road', 'Lantern Street', 'Millrace Avenue', 'Orchard Way'] as const;
const TOWNS = ['Dorvenholm', 'Craylock', 'Yarrowick', 'Pellumstead'] as const;

/** The place'th of a list, which begins anew at its end. */
function cycled(list: readonly string[], place: number): string {
  return list[place % list.length] ?? '';
}

/** An invented word, another for each place up to 408. */
function word(place: number): string {
  const onset = place % ONSETS.length;
  return cycled(ONSETS, onset) + cycled(CODAS, Math.floor(place / ONSETS.length) + onset);
}

/** The name of an invented company, another for each place up to 8,000. */
export function companyName(place: number): string {
  return `${word(place)} ${cycled(TRADES, tradeOf(place))} ${cycled(SUFFIXES, place)}`;
}

/** Which of the trades a company is in. */
function tradeOf(place: number): number {
  return (place + Math.floor(place / (ONSETS.length * CODAS.length))) % TRADES.length;
}

/** What EDGAR's header would say of an invented company: one in seven had another name. */
export function headerFacts(place: number): HeaderFacts {
  const trade = tradeOf(place);
  const [sic = '', sicDescription = ''] = INDUSTRIES[trade] ?? [];
  const name = `${word(place + 2)} ${cycled(TRADES, trade)} Co`;
  return {
    sic,
    sicDescription,
    fiscalYearEnd: cycled(YEAR_ENDS, place),
    stateOfIncorporation: cycled(STATES, place),
    formerNames: place % 7 === 3 ? [{ name, until: '2009-05-04' as CalendarDate }] : [],
  };
}

/** Its ticker: four letters, another for each place up to 17,000. */
export function ticker(place: number): string {
  const letter = (number: number) => String.fromCharCode(65 + (number % 26));
  const initial = word(place).charAt(0).toUpperCase();
  return initial + letter(place / 676) + letter(place / 26) + letter(place);
}

/** The name of an invented individual, as EDGAR writes it; another for each place up to 10,000. */
export function individualName(place: number): string {
  const words = ONSETS.length * CODAS.length;
  const given = cycled(GIVEN, place + Math.floor(place / words));
  const middle = String.fromCharCode(65 + (Math.floor(place / GIVEN.length) % 26));
  return `${word(place * 7)} ${given} ${middle}.`;
}

/** The names of an invented fund and of its general partner. */
export function fundNames(place: number): { readonly fund: string; readonly partner: string } {
  const name = word(place * 5 + 3);
  return { fund: `${name} Capital Fund, L.P.`, partner: `${name} Capital Management, LLC` };
}

/** An invented address. */
export function address(place: number) {
  return {
    isNonUs: null,
    street1: `${100 + (place % 880)} ${cycled(STREETS, place)}`,
    street2: null,
    city: cycled(TOWNS, place),
    state: 'DE',
    nonUsStateTerritory: null,
    zip: String(10_000 + (place % 9_000)),
    country: null,
    stateDescription: null,
  };
}
