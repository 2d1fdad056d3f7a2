/** Who is let in: whoever shows the key of an application, so and so often. */
import type { ApiLimits } from '../../src/mock/mock.ts';
import { keyHolders } from '../../src/nhs/access-modes.ts';

export const access = keyHolders;

/** Of each application, in the integration environment. */
export const limits: ApiLimits = { perMinute: 6000 };
