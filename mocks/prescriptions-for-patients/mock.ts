/** Prescriptions for Patients: the prescriptions of whoever is signed in, and how far each item is. */
import type { operations } from '../../src/generated/prescriptions-for-patients.types.ts';
import { bodyOf } from '../../src/mock/any-call.ts';
import type { Mock } from '../../src/mock/mock.ts';
import { access } from './access.ts';
import { show } from './bundle.ts';
import { dialect, inOwnWords, numbersInHeaders } from './dialect.ts';

export default {
  access,
  dialect,
  headerRules: numbersInHeaders,
  problems: (problem, call) => inOwnWords(problem, bodyOf(call)),
  everyAnswer: ({ header, id }) => ({ 'Cache-Control': 'no-cache', ...echoed(header), 'apigw-request-id': id }),
  // The gateway of the older path.
  limits: { perMinute: 300, perSecond: 10 },
  behaviours: {
    'prescriptions-for-patients-bundle': show,
    'prescriptions-for-patients-metadata': () => ({
      status: 200,
      body: {
        resourceType: 'CapabilityStatement',
        status: 'active',
        date: '2026-01-01',
        kind: 'instance',
        fhirVersion: '4.0.1',
        format: ['application/fhir+json'],
        rest: [{ mode: 'server', resource: [{ type: 'Bundle', interaction: [{ code: 'read' }] }] }],
      },
    }),
  },
} satisfies Mock<operations>;

/** As the service names them among its own. */
const echoed = (header: (name: string) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    [
      ['x-request-id', 'nhsd-request-id'],
      ['x-correlation-id', 'nhsd-correlation-id'],
    ].flatMap(([sent = '', as = '']) => {
      const value = header(sent);
      return value === undefined ? [] : [[as, value]];
    }),
  );
