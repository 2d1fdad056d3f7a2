/** Asking what people may have, by the scenarios of the official sandbox; and each documented fault, when it is asked for. */
import { describe, expect, test } from 'vitest';
import { sandboxesFor } from '../../sandbox.ts';

const open = await sandboxesFor('eligibility-signposting');

const outcome = (issue: string, code: string, display: string | RegExp, diagnostics: string): object => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code: issue,
      details: {
        coding: [
          { system: 'https://fhir.nhs.uk/CodeSystem/Spine-ErrorOrWarningCode', code, display: expect.stringMatching(display) as string },
        ],
      },
      diagnostics,
    },
  ],
});

describe('a person', () => {
  test.for([
    ['eligibility01', 'Actionable', [], 'BookNBS'],
    ['eligibility05', 'Actionable', [], 'ManageLocal'],
    ['eligibility09', 'NotActionable', ['NotYetDue'], 'DateOfNextEarliestVaccination'],
    ['eligibility14', 'NotEligible', [], 'HealthcareProInfo'],
    ['eligibility20', 'NotActionable', ['TooClose', 'PreviousAllergicResponse'], 'DateOfNextEarliestVaccination'],
  ] as const)('of the scenario %s is %s', async ([name, status, rules, action]) => {
    const { client, people } = open();
    const { data } = await client.GET('/patient-check/{id}', { params: { path: { id: people[name] }, query: { conditions: 'RSV' } } });
    const [suggestion] = data?.processedSuggestions ?? [];
    expect(suggestion).toMatchObject({ condition: 'RSV', status });
    expect(suggestion?.suitabilityRules?.map(({ ruleCode }) => ruleCode)).toEqual(rules);
    expect(suggestion?.actions?.[0]?.actionCode).toBe(action);
  });

  test('is answered under the number of the official sandbox too', async () => {
    const { call, people } = open();
    const old = await call('GET', '/patient-check/5000000006');
    expect(old.body['processedSuggestions']).toEqual(
      (await call('GET', `/patient-check/${people.eligibility06}`)).body['processedSuggestions'],
    );
    expect((await call('GET', '/patient-check/5000000102')).body).toMatchObject({
      processedSuggestions: [
        { condition: 'COVID', eligibilityCohorts: [{ cohortCode: 'covid_age' }, { cohortCode: 'covid_clinical_risk' }] },
      ],
    });
  });

  test('is told nothing while there is no campaign', async () => {
    const { call, people } = open();
    expect((await call('GET', `/patient-check/${people.eligibility08}`)).body['processedSuggestions']).toEqual([]);
  });

  test.for(['staceyTwitchett', 'ozzieOwler', 'loginUser', 'documentPatient', 'guardian'] as const)(
    'of no scenario, such as %s, is not eligible',
    async (name) => {
      const { call, people } = open();
      const { status, body } = await call('GET', `/patient-check/${people[name]}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ processedSuggestions: [{ status: 'NotEligible' }, { status: 'NotEligible' }] });
    },
  );
});

describe('a fault', () => {
  test.for(['9111231130', '9000000000', '42'])('says that nobody has the number %s', async (number) => {
    const { status, body } = await open().call('GET', `/patient-check/${number}`);
    expect(status).toBe(404);
    const said = `NHS Number '${number}' was not recognised by the Eligibility Signposting API`;
    expect(body).toMatchObject(outcome('processing', 'RESOURCE_NOT_FOUND', /^The given NHS number was not found/, said));
    expect(body).toMatchObject({ issue: [{ location: ['parameters/id'] }] });
  });

  test.for([
    ['category=DENTISTRY', 422, /category was not recognised/, 'DENTISTRY is not a category that is supported by the API'],
    ['includeActions=MAYBE', 422, /value was not recognised/, 'MAYBE is not a value that is supported by the API'],
    [
      'category=DENTISTRY&conditions=RSV%26MMR',
      400,
      /^The given conditions/,
      'RSV&MMR should be a single or comma separated list of condition strings with no other punctuation or special characters',
    ],
  ] as const)('about %s has status %i', async ([query, expected, display, diagnostics]) => {
    const { status, body } = await open().call('GET', `/patient-check/9000000009?${query}`);
    expect(status).toBe(expected);
    expect(body).toMatchObject(outcome('value', 'VALIDATION_ERROR', display, diagnostics));
  });

  test.for([
    ['9800878378', 400],
    ['9661033404', 404],
    ['9451019030', 422],
    ['9436793375', 500],
  ] as const)('is what the number %s of the official sandbox is answered with: %i', async ([number, expected]) => {
    const { status, body } = await open().call('GET', `/patient-check/${number}`);
    expect(status).toBe(expected);
    expect(body).toMatchObject({ resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] });
  });
});

test('each documented status is sent when it is asked for', async () => {
  const { call, contract } = open();
  for (const { responses } of contract.operations) {
    for (const status of responses.keys()) {
      const answer = await call('GET', '/patient-check/9000000009', { headers: { Prefer: `code=${status}` } });
      expect(answer.status).toBe(Number(status));
      expect(answer.body).toHaveProperty(status === '200' ? 'processedSuggestions' : 'issue');
    }
  }
});
