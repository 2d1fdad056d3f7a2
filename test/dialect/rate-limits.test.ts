/** 429 as the platform itself says it, for APIs that have no words of their own. */
import { expect, test } from 'vitest';
import { gatewayFault } from '../../src/dialect/gateway-fault.ts';

test.each([
  ['quota', 'Rate limit quota violation. Quota limit exceeded.', 'policies.ratelimit.QuotaViolation'],
  ['spike-arrest', 'Spike arrest violation. Requests come faster than the allowed rate.', 'policies.ratelimit.SpikeArrestViolation'],
] as const)('%s', (limit, faultstring, errorcode) => {
  const written = gatewayFault.write(
    { problem: 'rate-limited', message: 'Too many.', limit },
    { status: 429, id: 'x', now: '2026-01-01T00:00:00Z', type: 'application/json' },
  );
  expect(written).toEqual({ fault: { faultstring, detail: { errorcode } } });
});
