/** Which prescriptions appear: those that Spine would select, newest first, and no more than it gives. */
import type { NhsNumber } from '../../src/population.ts';
import { prescriptionsOf } from '../prescriptions/find.ts';
import type { Prescription } from '../prescriptions/prescription.ts';
import { currentIssue, type PrescriptionStatus } from '../prescriptions/status.ts';
import type { Held } from '../prescriptions/store.ts';

const most = 25;
/** How far back Spine looks is not published: a year here. */
const lookBack = 365 * 86_400_000;

const shown: ReadonlySet<PrescriptionStatus> = new Set(['0001', '0002', '0003', '0006', '0007', '0008', '9000']);

/** Repeat dispensing never shows. */
export const selected = (held: Held, nhsNumber: NhsNumber): readonly Prescription[] =>
  prescriptionsOf(held, nhsNumber)
    .filter(
      (each) =>
        each.treatment !== 'continuous-repeat-dispensing' &&
        shown.has(currentIssue(each).status) &&
        held.clock.now() - each.authored <= lookBack,
    )
    .slice(0, most);
