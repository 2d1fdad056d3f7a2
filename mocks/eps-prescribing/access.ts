/**
 * Whoever prescribes is signed in. An application by itself passes the gateway, and is refused once it is known what its message is for: see
 * prescription-messages/functionality.ts.
 */
import type { AccessCheck } from '../../src/mock/mock.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';

export const access: AccessCheck<AnyCall> = Object.assign(() => undefined, { letsIn: () => ({ 'user-restricted': 'all' }) as const });
