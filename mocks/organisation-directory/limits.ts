/** How often an application may ask, as the published manifest of the gateway has it: 300 a minute, arrested beyond ten a second. */
import type { RateLimits } from '../../src/mock/access.ts';

export const limits: RateLimits = { perMinute: 300, perSecond: 10 };
