/** Is what prescribers are answered good FHIR? Judged by the R4 schema, validators and rules of our own. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import { world, type Answer } from '../../sandbox.ts';
import { cancellation, id, message, order, prescribing, releaseOf, request } from './prescribing.ts';

const options = {
  isOrganisation: (ods: string): boolean => world().organisation(ods) !== undefined || ods === 'X2601' || ods === 'Y12345',
};

/** Resources of a message come back as they were sent, with extensions that this service alone has, and marked as nothing. */
const ofWhatWasSent = /^own rules: O(?:9|12) /;

function faultsIn({ body }: Answer): readonly unknown[] {
  const resource = body as unknown as Json;
  if (!isResource(resource)) throw new Error('this is no resource');
  return faultsFound(judge(resource, options)).filter((fault) => !ofWhatWasSent.test(fault));
}

test('outcomes, cancellations and what is to be signed are sound', async () => {
  const { send, prescriber, dispenser } = await prescribing();
  const of = { by: 'Y12345' };
  const answers = [
    await prescriber('$prepare', message('prescription-order', { requests: [request()], ...of })),
    await prescriber('metadata', undefined),
    await send(order(of)),
    await send(order(of)),
    await send(order({ but: { intent: 'plan' } })),
    await send(cancellation(of)),
    await send(cancellation({ id: 'A0548B-A99968-451485' })),
  ];
  await dispenser('Task/$release', releaseOf(id));
  answers.push(await send(cancellation({ ...of, item: '6989b7bd-8db6-428c-a593-4022e3044c00' })));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 400, 400, 200, 400, 400]);
  expect(answers.map(faultsIn)).toEqual(answers.map(() => []));
});
