import type { Add, EventFilter } from './event-filter.ts';
import type { Subject } from './subject.ts';

/** One kind of event: where it is read from, and what its position and knownAt are called there. */
export interface EventPart {
  readonly from: string;
  readonly where: readonly string[];
  readonly position: string;
  readonly knownAt: string;
  /** What the position runs with, where another column has the order. */
  readonly order?: string;
}

/**
 * Where the events of a question are found: all of them, an issuer's, or those of a person's
 * filings.
 */
export interface EventRoot {
  readonly of: 'ledger' | 'issuer' | 'person';
  /** People or issuers that the filter names, for a lateral join to the parts; else nothing. */
  readonly each: string;
  readonly received: EventPart;
  readonly lines: EventPart;
  /**
   * Lines that do not follow their filing's own events, where lines are read by filing; else null.
   */
  readonly lateLines: EventPart | null;
  /** What filings get after their own events. */
  readonly later: EventPart;
}

/** The root that leads to the fewest events: the person, whoever names them, else the issuer. */
export function eventRoot(subject: Subject, filter: EventFilter, add: Add): EventRoot {
  const { issuers, people } = filter;
  const each = (ids: readonly bigint[]) =>
    `unnest(${add(ids)}::bigint[]) r (id) CROSS JOIN LATERAL`;
  const ofIssuers = (column: string) =>
    issuers === undefined ? [] : [`${column} = ANY(${add(issuers)}::bigint[])`];
  if (subject.of === 'person') {
    const where = ofIssuers('f.issuer_id');
    if (people !== undefined) where.push(ofOwners(add(people)));
    return { ...ofPerson('s.id', where), each: '' };
  }
  if (people !== undefined) {
    const where = ofIssuers('f.issuer_id');
    if (subject.of === 'issuer') where.push('f.issuer_id = s.id');
    return { ...ofPerson('r.id', where), each: each(people) };
  }
  if (subject.of === 'issuer') return { ...ofIssuer('s.id', ofIssuers('s.id')), each: '' };
  if (issuers !== undefined) return { ...ofIssuer('r.id', []), each: each(issuers) };
  return { ...OF_LEDGER, each: '' };
}

const RECEIVED = { from: 'filing f', where: [], position: 'f.id', knownAt: 'f.known_at' };
const LINES = { from: 'reported_line l', where: [], position: 'l.position', knownAt: 'l.known_at' };
// These go by the known-at that they were appended with, which an index has.
const LATER = { from: 'ledger_event e', where: [], position: 'e.position', knownAt: 'e.known_at' };

const OF_LEDGER: Omit<EventRoot, 'each'> = {
  of: 'ledger',
  received: RECEIVED,
  lines: LINES,
  lateLines: null,
  later: LATER,
};

function ofIssuer(id: string, where: readonly string[]): Omit<EventRoot, 'each'> {
  const ofFiling = [`f.issuer_id = ${id}`, ...where];
  return {
    of: 'issuer',
    received: { ...RECEIVED, where: ofFiling },
    lines: { ...LINES, where: [`l.issuer_id = ${id}`, ...where] },
    lateLines: null,
    later: {
      ...LATER,
      from: 'filing f JOIN ledger_event e ON e.filing_id = f.id',
      where: ofFiling,
    },
  };
}

function ofPerson(id: string, extra: readonly string[]): Omit<EventRoot, 'each'> {
  const where = [`f.person_id = ${id}`, ...extra];
  const from = (table: string) => `filing_owner f JOIN ${table} USING (filing_id)`;
  const lines = { ...LINES, from: from('reported_line l'), knownAt: 'f.known_at' };
  return {
    of: 'person',
    received: { ...RECEIVED, from: 'filing_owner f', where, position: 'f.filing_id' },
    lines: { ...lines, where: [...where, 'NOT l.is_late'], order: 'f.filing_id' },
    lateLines: { ...lines, where: [...where, 'l.is_late'] },
    later: { ...LATER, from: from('ledger_event e'), where },
  };
}

function ofOwners(people: string): string {
  return `EXISTS (SELECT FROM filing_owner o
    WHERE o.filing_id = f.filing_id AND o.person_id = ANY(${people}::bigint[]))`;
}
