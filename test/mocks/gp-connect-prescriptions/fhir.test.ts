/** What is told of prescriptions and requests is FHIR, as independent judges have it. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { r4Faults } from '../../fhir/judge/r4-schema.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { secondOpinion } from '../../fhir/judge/second-opinion.ts';
import type { Answer } from '../../sandbox.ts';
import { graham, janeSmith, openPractice, requestFor } from './requests.ts';

const faults = ({ body }: Answer): readonly string[] => {
  const resource: Json = JSON.parse(JSON.stringify(body));
  return isResource(resource) ? [...r4Faults(resource), ...secondOpinion(resource)] : ['no resource'];
};

test('orders, plans, requests at every point of their course, and faults', async () => {
  const { prescribed, ask, repeat, tasks, clock } = openPractice();
  const made = await ask('POST', '/Task', requestFor(graham, (await repeat(graham))['id']));
  const answers = [await prescribed(graham), await prescribed(janeSmith), made, await prescribed('9111231130')];
  for (const day of [1, 2, 3]) {
    clock.set(Date.UTC(2026, 0, day, 12));
    answers.push(await tasks(`patient=${graham}&_include=Task:focus:MedicationRequest`), await tasks(`patient=${janeSmith}`));
  }
  expect(answers.map(faults)).toEqual(answers.map(() => []));
});
