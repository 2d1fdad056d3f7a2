/** Who is let in: applications that run by themselves, so many times in a second. */
import type { ApiLimits } from '../../src/mock/mock.ts';
import { applicationsOnly } from '../../src/nhs/access-modes.ts';

export const access = applicationsOnly;

export const limits: ApiLimits = { perSecond: 10 };
