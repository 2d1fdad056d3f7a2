/** How much a patient may see and do online: the levels that a practice gives, each with what those before it have. */
import type { IsoDate } from '../../src/population.ts';

export const recordLevels = ['none', 'summary', 'detailed', 'documents', 'full'] as const;
export const prescriptionsLevels = ['none', 'view', 'manage'] as const;
export type RecordLevel = (typeof recordLevels)[number];
export type PrescriptionsLevel = (typeof prescriptionsLevels)[number];

export interface Levels {
  /** Of what is dated on the effective date or later. */
  readonly current: RecordLevel;
  /** Of what is older. */
  readonly historical: RecordLevel;
  readonly prescriptions: PrescriptionsLevel;
}

export interface Permissions extends Levels {
  readonly effectiveDate: IsoDate;
}

export const reachesPrescriptions = (level: PrescriptionsLevel, wanted: PrescriptionsLevel): boolean =>
  prescriptionsLevels.indexOf(level) >= prescriptionsLevels.indexOf(wanted);

/** Whether what is dated so can be seen by whoever has these levels; what has no date counts as old. */
export const showsOf = ({ effectiveDate, current, historical }: Permissions, dated: IsoDate | undefined, wanted: RecordLevel): boolean =>
  recordLevels.indexOf(dated !== undefined && dated >= effectiveDate ? current : historical) >= recordLevels.indexOf(wanted);
