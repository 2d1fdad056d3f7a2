/** What the official sandbox of the record locator does badly, and this one does not. */
import { expect, test } from 'vitest';
import { aboutPatient, content, idsOf, locator, patient, plan, said, snomed } from './locator.ts';
import { world } from '../../sandbox.ts';

const create = '/DocumentReference';

test('a number whose check digit is wrong is refused in a sentence, and nothing is kept', async () => {
  const { producer, sandbox } = locator();
  const answer = await producer('POST', create, { body: plan({}, 'RJ11', '9278693473') });
  expect(said(answer)).toEqual([
    400,
    'INVALID_NHS_NUMBER',
    'invalid',
    'The subject of the provided DocumentReference does not have a valid NHS number',
    'subject.identifier.value',
  ]);
  expect(sandbox.workspace.store.keys('record-locator/pointer')).toEqual([]);
});

test('an id that is not that of the path is the fault, whatever else is wrong; and a body that is no object is one as a whole', async () => {
  const { producer, make } = locator();
  const id = await make(plan());
  const words = 'The document id in the path does not match the document id in the body';
  const { status: _, ...whole } = plan({ id: 'RJ11-another' });
  for (const body of [plan({ id: 'RJ11-another' }), whole])
    expect(said(await producer('PUT', `${create}/${id}`, { body }))).toEqual([400, 'BAD_REQUEST', 'invalid', words, 'id']);
  expect(said(await producer('POST', create, { body: [] })).slice(3)).toEqual([
    'Request body could not be parsed (must be an object)',
    undefined,
  ]);
});

test('a part of an organisation makes, reads, finds, replaces and deletes its pointers, however it writes itself', async () => {
  const { producer, make } = locator();
  const as = { as: 'RJ11|A' };
  const id = await make(plan({}, 'RJ11.A'), as);
  for (const path of [id, id.replace('.', '%7C')]) expect((await producer('GET', `${create}/${path}`, as)).status).toBe(200);
  expect(idsOf(await producer('GET', `${create}?${aboutPatient(patient)}`, { as: 'RJ11.A' }))).toEqual([id]);
  expect(said(await producer('DELETE', `${create}/${id}`)).slice(0, 2)).toEqual([403, 'AUTHOR_CREDENTIALS_ERROR']);
  const relatesTo = [{ code: 'replaces', target: { identifier: { value: id.replace('.', '|') } } }];
  const next = await make(plan({ relatesTo }, 'RJ11|A'), as);
  expect((await producer('GET', `${create}/${id}`, as)).status).toBe(404);
  expect((await producer('DELETE', `${create}/${next}`, as)).status).toBe(200);
});

test('what one workspace does is not seen in another', async () => {
  const [one, other] = [locator(), locator()];
  const id = await one.make(plan());
  expect((await other.consumer('GET', `${create}/${id}`)).status).toBe(404);
});

test('people of the population have pointers before anybody makes any: all who have a practice to their summary, those with plans to these', async () => {
  const { consumer } = locator();
  const record = world().record('9000000009');
  const plans = record?.of('document').filter(({ sort, about }) => {
    const made = about.flatMap((id) => record.of('care-plan').filter((each) => each.id === id));
    return sort === 'care-plan' && made.every(({ end }) => end === undefined || end > record.asOf);
  });
  const told = idsOf(await consumer('GET', `${create}?${aboutPatient('9000000009')}`));
  for (const { id, organisation } of plans ?? []) expect(told).toContain(`${organisation}-${id}`);
  const summaries = await consumer('GET', `${create}?${aboutPatient('9000000009')}&type=${snomed('824321000000109')}`);
  expect(idsOf(summaries)).toHaveLength(1);
});

test('what is told is of the day that the workspace has: a plan made anew takes the place of the one before it', async () => {
  const { consumer, sandbox } = locator();
  const yearly = [10, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000].flatMap((n) => {
    const record = world().record(world().at(n).nhsNumber);
    const last = record?.of('care-plan').findLast(({ end, sort }) => end === undefined && sort !== 'maternity');
    return record && last && !record.person.death ? [{ nhsNumber: record.person.nhsNumber }] : [];
  });
  expect(yearly.length).toBeGreaterThan(0);
  for (const { nhsNumber } of yearly.slice(0, 3)) {
    const search = `${create}?${aboutPatient(nhsNumber)}&category=${snomed('734163000')}`;
    sandbox.clock.set(Date.UTC(2026, 0, 1));
    const before = idsOf(await consumer('GET', search));
    sandbox.clock.set(Date.UTC(2028, 0, 1));
    const after = idsOf(await consumer('GET', search));
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    for (const id of before) expect((await consumer('GET', `${create}/${String(id)}`)).status).toBe(404);
  }
});

test('who may use which types is set by whoever has the workspace', async () => {
  const { producer } = locator();
  const refused = await producer('POST', create, { body: plan(), may: [snomed('736373009')] });
  expect(said(refused).slice(0, 2)).toEqual([403, 'AUTHOR_CREDENTIALS_ERROR']);
  expect((await producer('POST', create, { body: plan(), may: [snomed('736253002')] })).status).toBe(201);
});

test('the headers and members of 2026 are asked for', async () => {
  const { producer } = locator();
  const { context: _, ...without } = plan();
  expect(said(await producer('POST', create, { body: without })).slice(0, 2)).toEqual([400, 'MESSAGE_NOT_WELL_FORMED']);
  const { format: __, ...unformed } = content();
  expect(said(await producer('POST', create, { body: { ...plan(), content: [unformed] } })).slice(0, 2)).toEqual([
    400,
    'MESSAGE_NOT_WELL_FORMED',
  ]);
  expect(said(await producer('POST', create, { body: plan(), as: '' })).slice(0, 2)).toEqual([400, 'PRECONDITION_FAILED']);
});

test('the code of a refused organisation keeps its space, which clients compare', async () => {
  const { consumer } = locator();
  expect(said(await consumer('GET', `${create}?${aboutPatient(patient)}`, { may: [] })).slice(0, 2)).toEqual([403, 'ACCESS DENIED']);
});

test('a pointer with the extensions of the published example, one of which fits two of the published alternatives, is accepted', async () => {
  const { producer } = locator();
  const [first] = content().extension;
  const mechanism = {
    url: 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-NRLRetrievalMechanism',
    valueCodeableConcept: {
      coding: [{ system: 'https://fhir.nhs.uk/England/CodeSystem/England-NRLRetrievalMechanism', code: 'Direct', display: 'Direct' }],
    },
  };
  const body = { ...plan(), content: [{ ...content(), extension: [mechanism, first] }] };
  expect((await producer('POST', create, { body })).status).toBe(201);
});

test('PUT of a new pointer and _count are served, though the contract of 2026 has neither', async () => {
  const { producer, consumer } = locator();
  expect((await producer('PUT', create, { body: plan({ id: 'RJ11-own-name' }) })).status).toBe(201);
  expect((await consumer('GET', `${create}/_count?${aboutPatient(patient)}`)).status).toBe(200);
});
