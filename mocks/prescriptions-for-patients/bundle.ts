/** The answer: a collection for each prescription, and an outcome for each that was invalidated. */
import type { components, operations } from '../../src/generated/prescriptions-for-patients.types.ts';
import { uuidBy } from '../../src/contract/uuid.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { Behaviour } from '../../src/mock/mock.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { currentIssue } from '../prescriptions/status.ts';
import { askedAbout } from './asked.ts';
import { collectionOf } from './collection.ts';
import { people } from './people.ts';
import { selected } from './selected.ts';

type Schemas = components['schemas'];

const numberOf = ({ person }: { readonly person: { readonly nhsNumber: string } }): string => person.nhsNumber;

/** How many of the oldest prescriptions of somebody were invalidated. */
const invalidated: ReadonlyMap<string, number> = new Map([
  [numberOf(people.prescriptionExcluded), 1],
  [numberOf(people.prescriptionsExcluded), 2],
]);

const failing: ReadonlyMap<string, Problem> = new Map([
  [
    numberOf(people.prescriptionsFail),
    {
      problem: 'internal',
      message: 'This patient is there to be failed on.',
      said: { diagnostics: 'Error intentionally triggered for testing purposes' },
    },
  ],
  [numberOf(people.prescriptionsTooLate), { problem: 'timeout', message: 'Spine did not answer within nine seconds.' }],
]);

/** Milliseconds for which the service works on an answer. */
const patience = 10_000;

export const show: Behaviour<operations['prescriptions-for-patients-bundle']> = (call) => {
  const nhsNumber = askedAbout(call);
  if (typeof nhsNumber !== 'string') return nhsNumber;
  const failure = failing.get(nhsNumber);
  if (failure) return failure;
  if (call.delay >= patience) return { problem: 'timeout', message: 'It took longer than the ten seconds that the service gives itself.' };

  const requestId = call.header('X-Request-ID') ?? '';
  const now = instant(call.clock.now());
  const id = (what: string): string => uuidBy((part) => call.chance(`${requestId} ${what} ${part}`));
  const found = selected(call, nhsNumber);
  const shown = found.length - Math.min(invalidated.get(nhsNumber) ?? 0, found.length);
  const isDown = nhsNumber === numberOf(people.trackingUnavailable);
  const matches = found.slice(0, shown).map((prescription): Schemas['PrescriptionEntry'] => {
    const own = (what: string): string => id(`${prescription.id} ${what}`);
    const state = currentIssue(prescription);
    return {
      fullUrl: `urn:uuid:${own('')}`,
      search: { mode: 'match' },
      resource: collectionOf({ held: call, prescription, state, isDown, id: own, nhsNumber }),
    };
  });
  const outcomes = found.slice(shown).map((prescription) => outcomeOf(prescription.id, id(prescription.id), now));
  return {
    status: 200,
    body: {
      resourceType: 'Bundle',
      id: requestId,
      meta: { lastUpdated: now },
      type: 'searchset',
      total: shown,
      entry: [...matches, ...outcomes],
    },
  };
};

const outcomeOf = (prescription: string, id: string, now: string): Schemas['OutcomeEntry'] => ({
  fullUrl: `urn:uuid:${id}`,
  search: { mode: 'outcome' },
  resource: {
    resourceType: 'OperationOutcome',
    id,
    meta: { lastUpdated: now },
    issue: [
      {
        severity: 'warning',
        code: 'business-rule',
        details: {
          coding: [
            {
              system: 'https://fhir.nhs.uk/R4/CodeSystem/Spine-ErrorOrWarningCode',
              code: 'INVALIDATED_RESOURCE',
              display: 'Invalidated resource',
            },
          ],
        },
        diagnostics: `Prescription with short form ID ${prescription} has been invalidated so could not be returned.`,
      },
    ],
  },
});
