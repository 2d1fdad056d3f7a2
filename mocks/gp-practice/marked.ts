/** What GP systems have of single test people beside their record: their levels, and why they are not found or not told all. */
import type { EntryKind } from '../../src/clinical-record.ts';
import type { Levels } from './levels.ts';

interface Marked {
  /** Never asked for online access, where all other test people have. */
  readonly isNew?: true;
  readonly levels?: Levels;
  /** Does not want the record to be shared. */
  readonly dissents?: true;
  /** The number has not been checked against the Personal Demographics Service. */
  readonly isUnverified?: true;
  /** Registered for a short time only. */
  readonly isTemporary?: true;
  /** The record is on its way from the practice before, however long ago they came. */
  readonly isInTransit?: true;
  /** What is kept back in confidence, of these kinds: it is never told, and a warning says that there is something. */
  readonly confidential?: readonly EntryKind[];
}

const manage = { prescriptions: 'manage' } as const;

export const marked: Readonly<Record<string, Marked>> = {
  '9990001200': { isNew: true },
  '9990001219': { levels: { current: 'none', historical: 'none', prescriptions: 'none' } },
  '9990001227': { levels: { current: 'summary', historical: 'none', prescriptions: 'view' } },
  '9990001235': { levels: { current: 'detailed', historical: 'summary', ...manage } },
  '9990001243': { levels: { current: 'documents', historical: 'detailed', ...manage } },
  '9990001251': { levels: { current: 'full', historical: 'none', ...manage } },
  '9990001278': { isUnverified: true },
  '9990001286': { isTemporary: true },
  '9690938096': { isInTransit: true },
  '9690938576': { dissents: true },
  '9690938118': { confidential: ['allergy'] },
};

/** What test people have of whom nothing else is said. */
export const ofTestPeople: Levels = { current: 'full', historical: 'full', prescriptions: 'manage' };
