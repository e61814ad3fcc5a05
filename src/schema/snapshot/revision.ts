import {
  type CauseKey,
  type Revision as RevisionRow,
  type RevisionSpan,
  revisionCauses,
} from '../../reads/index.ts';
import { builder } from '../builder.ts';
import { LedgerEvent, loadEvent } from '../event/index.ts';
import { Holding } from '../holding/index.ts';
import { encodeAccount } from '../identity/index.ts';
import { Issuer, loadIssuer } from '../issuer/index.ts';
import { connectionType } from '../paging/index.ts';
import { loadPerson, Person } from '../person/index.ts';
import { reads } from '../request/index.ts';

/** A revision, and between which instants. */
export type RevisionShape = RevisionRow & RevisionSpan;

/** Revision. */
export const Revision = builder.objectRef<RevisionShape>('Revision').implement({
  description: 'What is answered otherwise for a date since another known-at, of one account.',
  fields: (t) => ({
    account: t.id({
      description: 'The account: stable, opaque, that of its holdings.',
      resolve: ({ accountId }) => encodeAccount(accountId),
    }),
    person: t.field({
      type: Person,
      description: 'Who holds.',
      resolve: ({ personId }, _, context) => loadPerson(personId, context),
    }),
    issuer: t.field({
      type: Issuer,
      description: 'Whose security.',
      resolve: ({ issuerId }, _, context) => loadIssuer(issuerId, context),
    }),
    before: t.field({
      type: Holding,
      nullable: true,
      description: 'What was answered; null where the filter left it out, or there was none.',
      extensions: reads(),
      resolve: ({ before, from }) => before && { ...before, viewedAt: from },
    }),
    after: t.field({
      type: Holding,
      nullable: true,
      description: 'What is answered since; null where the filter leaves it out: CLOSED, EXPIRED.',
      extensions: reads(),
      resolve: ({ after, to }) => after && { ...after, viewedAt: to },
    }),
    causes: t.field({
      type: [LedgerEvent],
      description:
        'The events that changed it, the latest ten at most, in ledger order: lines that became known, or are effective between the two dates, and what superseded lines. Where another account of the class was reported and this one was left out, those lines.',
      resolve: async (revision, _, context, info) => {
        const { accountId, groupId, personId, asOf, since, from, to } = revision;
        const key: CauseKey = { accountId, groupId, personId, asOf, since, from, to };
        const asked = { key, given: null };
        const causes = await context.loaders.load('revision causes', asked, revisionCauses);
        return Promise.all(causes.map((position) => loadEvent(position, context, info)));
      },
    }),
  }),
});

/** RevisionConnection. */
export const RevisionConnection = connectionType('Revision', Revision, 'revisions');
