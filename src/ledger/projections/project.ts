import type { LookUp, LookUps, Queryable, Row } from '../../database/index.ts';
import type { LedgerEvent } from '../events/index.ts';
import { type AccountPlan, foldAccounts } from './accounts.ts';
import { foldAmendments } from './amendments.ts';
import type { ChangedFilings } from './changed-filings.ts';
import type { ChangedRows } from './changed-rows.ts';
import { foldDuplicateReports, linesAlike } from './duplicate-reports.ts';
import { endsOf, readFamilies, type TouchedFamily } from './families.ts';
import { type Leaving, leaveForLater } from './later.ts';
import { foldNames, type StoredNames } from './names.ts';
import { storedFacts } from './read-header-facts.ts';
import { namesOf, readNames } from './read-names.ts';
import { receiveFilings } from './receive.ts';
import {
  foldRelationships,
  readStatements,
  type StatementOfPair,
  statementsOfPairs,
} from './relationships.ts';
import { foldResolutions } from './resolutions.ts';

/** What events make of the rows of filings: the one way for events just decided and old ones. */
export async function foldEvents(
  db: Queryable,
  changed: ChangedFilings,
  events: readonly LedgerEvent[],
): Promise<void> {
  await receiveFilings(db, changed, events);
  await foldResolutions(db, changed, events);
  await foldAmendments(db, changed, events);
}

/** What is stored beside the filings that change, as far as it changes with them. */
export interface Surroundings {
  /** Whether somebody's accounts and relationships are left for later. */
  readonly isLeft: boolean;
  readonly names: StoredNames;
  readonly statements: readonly StatementOfPair[];
  readonly families: readonly TouchedFamily[];
}

/** What `loadSurroundings` begins with. */
export function surroundingsOf(changed: ChangedFilings): LookUp[] {
  return [
    linesAlike(changed),
    statementsOfPairs(changed),
    ...namesOf(changed),
    storedFacts(changed),
    endsOf(changed),
  ];
}

/**
 * Marks duplicate reports and reads the families that the filings touch: an owner's lines in a
 * class of an issuer, what is said of a person and an issuer, how these are called. To be asked
 * when all is decided and nothing is written. Of a large ingest, people who are new may be left for
 * later.
 */
export async function loadSurroundings(
  db: LookUps,
  changed: ChangedFilings,
  leaving: Leaving | null,
): Promise<Surroundings> {
  await db.ahead(() => surroundingsOf(changed));
  await foldDuplicateReports(db, changed);
  // It may have marked other filings.
  const isLeft = await leaveForLater(db, changed, leaving);
  await db.ahead(() => surroundingsOf(changed));
  const statements = await readStatements(db, changed);
  return {
    isLeft,
    names: await readNames(db, changed),
    statements,
    families: await readFamilies(db, changed, statements),
  };
}

/** All rows that change beside those of the filings themselves. */
export interface Plan {
  readonly names: ReturnType<typeof foldNames>;
  readonly relationships: ChangedRows<Row>;
  readonly accounts: AccountPlan;
}

/** Works out what the filings change around them. Pure. */
export async function planAround(
  changed: ChangedFilings,
  { names, statements, families }: Surroundings,
): Promise<Plan> {
  return {
    names: foldNames(names, changed.after),
    relationships: foldRelationships(statements, changed),
    accounts: await foldAccounts(families),
  };
}
