/** What the official sandbox does not, which answers with an example whatever is sent. */
import { expect, test } from 'vitest';
import { ownApis } from '../../../src/runtimes/own-apis.ts';
import { sandboxOf, world } from '../../sandbox.ts';
import { faultsFound, judge } from '../../fhir/judge/judge.ts';
import { isResource } from '../../fhir/judge/resource.ts';
import type { OdsCode } from '../../../src/population.ts';
import type { Json } from '../../../src/contract/contract.ts';
import { against, idIn, ofPatient, open, recorded, ruth, saidBy, send, vaccination } from './vaccination.ts';

test('whoever is asked about has vaccinations of their own, by their age and the programmes of their time', async () => {
  const sandbox = open();
  const { population } = sandbox.workspace;
  for (const of of [sandbox.people.janeSmith, sandbox.people.centenarian, sandbox.people.accents]) {
    const { body } = await send(sandbox, `GET ${ofPatient(of, '-immunization.target=FLU,MMR,HPV,COVID,SHINGLES')}`);
    const jabs = population.record(of)?.of('vaccination') ?? [];
    const those = jabs.filter(({ sort, status }) => status === 'completed' && ['FLU', 'MMR', 'HPV', 'COVID', 'SHINGLES'].includes(sort));
    expect(body['total']).toBe(those.length);
  }
});

test('what is recorded is kept, and a wrong check digit is refused', async () => {
  const sandbox = open();
  expect((await send(sandbox, `GET ${await recorded(sandbox)}`)).body).toMatchObject({ lotNumber: 'TP2075' });
  const answer = await send(sandbox, `GET ${ofPatient('9990000019')}`);
  expect(saidBy(answer)).toEqual([400, 'INVALID', 'Search parameter patient.identifier must be a valid NHS number.']);
});

test('each application has leave for its vaccines alone, and all of them where nothing is said', async () => {
  const sandbox = open();
  const path = await recorded(sandbox);
  expect((await send(sandbox, `GET ${path}`, { may: ['RSV.CRUDS'] })).status).toBe(403);
  expect((await send(sandbox, `GET ${path}`, { may: ['FLU.R'] })).status).toBe(200);
  expect((await send(sandbox, `GET ${path}`)).status).toBe(200);
});

test('a deleted vaccination comes back with its id, and its versions go on', async () => {
  const sandbox = open();
  const path = await recorded(sandbox);
  for (const version of ['2', '3']) {
    await send(sandbox, `DELETE ${path}`);
    const { headers } = await send(sandbox, 'POST /Immunization', { body: vaccination() });
    expect([headers.get('e-tag'), headers.get('location')?.endsWith(path)]).toEqual([version, true]);
  }
});

test('what is recorded is told by the history, and what is deleted is not', async () => {
  const served = await ownApis(['immunisation-fhir', 'immunisation-history']);
  const mocks = Object.fromEntries(served.flatMap(({ contract, mock }) => (mock ? [[contract.slug, mock] as const] : [])));
  const { send: ask, workspace } = sandboxOf(
    served.map(({ contract }) => contract),
    { mocks, population: world() },
  );
  const history = async (): Promise<string> =>
    (
      await ask(
        'GET',
        `/immunisation-history/FHIR/R4/Immunization?patient.identifier=https://fhir.nhs.uk/Id/nhs-number|${ruth}&immunization.target=FLU&_include=Immunization:patient`,
      )
    ).text();
  const created = await ask('POST', '/immunisation-fhir-api/FHIR/R4/Immunization', vaccination(), {
    'Content-Type': 'application/fhir+json',
  });
  const path = new URL(created.headers.get('location') ?? '').pathname;
  expect(await history()).toContain(idIn(path));
  expect(workspace.population.entry(idIn(path))?.entry).toMatchObject({
    kind: 'vaccination',
    sort: 'FLU',
    batch: 'TP2075',
    given: '2025-12-01',
  });
  await ask('PUT', path, vaccination({ id: idIn(path), lotNumber: 'TP9' }), { 'Content-Type': 'application/fhir+json', 'E-Tag': '1' });
  expect(await history()).toContain('"lotNumber":"TP9"');
  await ask('DELETE', path);
  expect(await history()).not.toContain(idIn(path));
});

test('a vaccination of the record is read back, corrected, deleted and reinstated as if a supplier had sent it', async () => {
  const sandbox = open();
  const { population } = sandbox.workspace;
  const jab = population
    .record(sandbox.people.janeSmith)
    ?.of('vaccination')
    .findLast(({ sort }) => sort === 'FLU');
  const path = `/Immunization/${jab?.id}`;
  const told = await send(sandbox, `GET ${path}`);
  expect([told.status, told.headers.get('e-tag')]).toEqual([200, '1']);
  const corrected = await send(sandbox, `PUT ${path}`, { body: { ...told.body, lotNumber: 'TP9' }, version: '1' });
  expect([corrected.status, corrected.headers.get('e-tag')]).toEqual([200, '2']);
  expect(sandbox.workspace.population.entry(jab?.id ?? '')?.entry).toMatchObject({ batch: 'TP9' });
  expect((await send(sandbox, `DELETE ${path}`)).status).toBe(204);
  expect(sandbox.workspace.population.entry(jab?.id ?? '')).toBeUndefined();
  expect((await send(sandbox, `PUT ${path}`, { body: told.body, version: '1' })).headers.get('e-tag')).toBe('3');
});

test('the published ids are vaccinations of the people whom they are published of', async () => {
  const sandbox = open();
  for (const [id, of, vaccine] of [
    ['29dc4e84-7e72-11ee-b962-0242ac120002', '9000000009', 'HPV'],
    ['12a33650-6f94-4e8f-a971-1c5c41da5b22', '9449310475', 'COVID'],
    ['4ff607e0-c6e9-4fe0-a2b6-3bcd7fdc44c9', '9449304130', 'RSV'],
  ] as const) {
    const told = await send(sandbox, `GET /Immunization/${id}`);
    expect([told.body['id'], JSON.stringify(told.body['contained']).includes(of)]).toEqual([id, true]);
    expect((await send(sandbox, `DELETE /Immunization/${id}`)).status).toBe(204);
    expect((await send(sandbox, `GET /Immunization/${id}`)).status).toBe(404);
    const { body } = await send(
      sandbox,
      `GET ${ofPatient(of, `-immunization.target=${vaccine}&-date.to=${String(told.body['occurrenceDateTime']).slice(0, 10)}`)}`,
    );
    expect(body['total']).toBe(0);
    expect((await send(sandbox, `PUT /Immunization/${id}`, { body: told.body, version: '1' })).headers.get('e-tag')).toBe('2');
  }
});

test('people have the name and the home that were theirs on the day of the vaccination', async () => {
  const sandbox = open();
  const { population } = sandbox.workspace;
  let looked = 0;
  for (const { nhsNumber, names } of population.withTrait('changed-name')) {
    const [, former] = names;
    const jab = population
      .record(nhsNumber)
      ?.of('vaccination')
      .find(({ sort, given, status }) => sort === 'FLU' && status === 'completed' && given < (names[0]?.period?.start ?? ''));
    if (!jab || former === undefined || names.length > 2) continue;
    const { body } = await send(sandbox, `GET /Immunization/${jab.id}`);
    expect(JSON.stringify(body['contained'])).toContain(former.family);
    if ((looked += 1) === 3) break;
  }
  expect(looked).toBe(3);
});

test('a search names whoever may not look for all that it asks for, and what is not known', async () => {
  const sandbox = open();
  await recorded(sandbox, against('55735004'));
  const { body } = await send(sandbox, `GET ${ofPatient(ruth, '-immunization.target=RSV,COVID,NONE')}`, { may: ['RSV.S'] });
  expect(JSON.stringify(body).match(/"severity":"warning"/g)).toHaveLength(2);
  expect(body['total']).toBe(1);
});

test('subscribers hear of every change, and the event leads to the vaccination', async () => {
  const [served] = await ownApis(['immunisation-fhir']);
  const heard: unknown[] = [];
  if (!served?.mock) throw new Error('it is not served');
  const on = { 'imms-vaccination-record-change-1': (_: unknown, about: Json) => void heard.push(about) };
  const mock = { ...served.mock, events: { ...served.mock.events, on } };
  const sandbox = { ...open({ mock }) };
  const path = await recorded(sandbox);
  await send(sandbox, `DELETE ${path}`);
  const filtering = { immunisationtype: 'FLU', subjectage: 46, sourceorganisation: 'Y12345', generalpractitioner: 'Y12345' };
  expect(heard).toMatchObject(
    ['CREATE', 'DELETE'].map((action) => ({ nhsNumber: ruth, id: idIn(path), filtering: { ...filtering, action } })),
  );
});

/** Two rules of ours that the service has otherwise: its total leaves the person out, and who is contained is called Pat1. */
const ofService = /: O(?:11|6) /;

test('bodies are sound FHIR', { timeout: 30_000 }, async () => {
  const sandbox = open();
  const { population } = sandbox.workspace;
  const isOrganisation = (ods: string): ods is OdsCode => population.organisation(ods) !== undefined || /^(?:X99999|N2N9I)$/.test(ods);
  const found = await send(sandbox, `GET ${ofPatient('9449304130', '-immunization.target=FLU,COVID,RSV,SHINGLES')}`);
  const read = await send(sandbox, `GET /Immunization/4ff607e0-c6e9-4fe0-a2b6-3bcd7fdc44c9`);
  for (const { body } of [found, read]) {
    const resource = JSON.parse(JSON.stringify(body)) as Json;
    if (!isResource(resource)) throw new Error('this is no resource');
    expect(faultsFound(judge(resource, { isOrganisation })).filter((fault) => !ofService.test(fault))).toEqual([]);
  }
});
