/** A FHIR search finds what R4 §3.1.1 says, whatever the contract declares of its parameters. */
import { describe, expect, test } from 'vitest';
import { sandboxOf, type Sandbox } from '../../../sandbox.ts';

/** A clinic of one kind of resource, whose search takes these parameters as text. */
function clinic(
  type: string,
  parameters: readonly string[],
  members = '',
): Sandbox & { find(query: string): Promise<readonly string[]>; keep(...bodies: readonly object[]): Promise<void> } {
  const declared = parameters.map((name) => `{ name: '${name}', in: query, schema: { type: string } }`).join(', ');
  const resource = `{ type: object, required: [resourceType], properties: { resourceType: { type: string, enum: [${type}] }, id: { type: string }, ${members} } }`;
  const sandbox = sandboxOf(`
openapi: 3.0.3
info: { title: Clinic, version: '1' }
servers: [{ url: /clinic }]
paths:
  /${type}:
    get:
      parameters: [${declared}]
      responses:
        '200':
          description: Found
          content:
            application/fhir+json:
              schema:
                type: object
                required: [resourceType, type]
                properties:
                  resourceType: { type: string, enum: [Bundle] }
                  type: { type: string }
                  total: { type: integer }
                  link: { type: array, items: { type: object } }
                  entry: { type: array, items: { type: object, properties: { fullUrl: { type: string }, resource: ${resource} } } }
    post:
      requestBody: { required: true, content: { application/fhir+json: { schema: ${resource} } } }
      responses: { '201': { description: Made, content: { application/fhir+json: { schema: ${resource} } } } }
  /${type}/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: One, content: { application/fhir+json: { schema: ${resource} } } } } }
`);
  return {
    ...sandbox,
    async keep(...bodies) {
      for (const body of bodies) {
        const made = await sandbox.send(
          'POST',
          `/clinic/${type}`,
          { resourceType: type, ...body },
          { 'Content-Type': 'application/fhir+json' },
        );
        if (made.status !== 201) throw new Error(await made.text());
      }
    },
    /** The `note` text or status of what is found, and that the total says how many. */
    async find(query) {
      const answer = await sandbox.request(`/clinic/${type}?${query}`);
      const bundle = await answer.json();
      if (answer.status !== 200) throw new Error(JSON.stringify(bundle));
      const found = (bundle.entry ?? []).map(({ resource }: { resource: { language: string } }) => resource.language);
      expect(bundle.total).toBe(found.length);
      return found;
    },
  };
}

describe('tokens', () => {
  const identifiers = async (): Promise<ReturnType<typeof clinic>> => {
    const made = clinic(
      'Task',
      ['identifier', 'status', 'code'],
      'status: { type: string }, code: { type: object }, identifier: { type: array, items: { type: object } }',
    );
    await made.keep(
      {
        language: 'a',
        status: 'ready',
        identifier: [
          { system: 'urn:a', value: 'X1' },
          { system: 'urn:b', value: '7' },
        ],
        code: { coding: [{ system: 'urn:c', code: 'flu', display: 'Influenza' }] },
      },
      { language: 'b', status: 'done', identifier: [{ system: 'urn:b', value: 'X1' }], code: { text: 'a cold' } },
      { language: 'c', status: 'draft', identifier: [{ value: 'X1' }] },
    );
    return made;
  };
  test.each([
    ['identifier=X1', ['a', 'b', 'c']],
    ['identifier=x1', ['a', 'b', 'c']],
    ['identifier=urn:a|X1', ['a']],
    ['identifier=|X1', ['c']],
    ['identifier=urn:b|', ['a', 'b']],
    ['identifier=urn:a|X1,urn:b|X1', ['a', 'b']],
    ['identifier=urn:a|X1&identifier=urn:b|7', ['a']],
    ['identifier=urn:a|X1&identifier=urn:b|8', []],
    ['status=ready,draft', ['a', 'c']],
    ['status:not=ready', ['b', 'c']],
    ['status:not=ready,draft', ['b']],
    ['code=urn:c|flu', ['a']],
    ['code:text=influ', ['a']],
    ['code:missing=true', ['c']],
    ['code:missing=false', ['a', 'b']],
    ['status=ready&identifier=7', ['a']],
  ])('%s finds %j', async (query, found) => {
    expect(await (await identifiers()).find(query)).toEqual(found);
  });
});

describe('dates', () => {
  const appointments = async (): Promise<ReturnType<typeof clinic>> => {
    const made = clinic('Encounter', ['date', '_lastUpdated'], 'period: { type: object }');
    await made.keep(
      { language: 'a', period: { start: '2026-03-01T09:00:00Z', end: '2026-03-01T10:00:00Z' } },
      { language: 'b', period: { start: '2026-03-02T00:30:00+01:00', end: '2026-03-02T02:00:00+01:00' } },
      { language: 'c', period: { start: '2026-03-05' } },
      { language: 'd', period: { start: '2026-02', end: '2026-02' } },
    );
    return made;
  };
  test.each([
    ['date=2026-03-01', ['a']],
    ['date=2026-03', ['a', 'b']],
    ['date=eq2026-02', ['d']],
    ['date=ge2026-03-02', ['b', 'c']],
    ['date=gt2026-03-02', ['c']],
    ['date=lt2026-03-01', ['d']],
    ['date=le2026-03-01', ['a', 'b', 'd']],
    ['date=sa2026-03-01', ['c']],
    ['date=eb2026-03-01', ['d']],
    ['date=ne2026-03-01', ['b', 'c', 'd']],
    ['date=ge2026-03-01&date=lt2026-03-02', ['a', 'b']],
    ['date=ge2026-03-01T09:30:00Z&date=le2026-03-01T09:40:00Z', ['a']],
    ['date=ge2026-03-01T10:30:00%2B01:00&date=lt2026-03-01T10:59:00%2B01:00', ['a']],
    ['date:missing=false', ['a', 'b', 'c', 'd']],
  ])('%s finds %j', async (query, found) => {
    expect(await (await appointments()).find(query)).toEqual(found);
  });

  test('an instant is the same in every offset', async () => {
    const { keep, find } = clinic('Task', ['authored-on'], 'authoredOn: { type: string, format: date-time }');
    await keep({ language: 'a', authoredOn: '2026-06-01T10:00:00+01:00' }, { language: 'b', authoredOn: '2026-06-01T10:00:00Z' });
    expect(await find('authored-on=2026-06-01T09:00:00Z')).toEqual(['a']);
    expect(await find('authored-on=gt2026-06-01T09:30:00Z')).toEqual(['b']);
    expect(await find('authored-on=2026-06-01')).toEqual(['a', 'b']);
  });
});

describe('strings', () => {
  const people = async (): Promise<ReturnType<typeof clinic>> => {
    const made = clinic(
      'Patient',
      ['family', 'given', 'name', 'address-city', 'email', 'phone', 'birthdate', 'active'],
      'name: { type: array, items: { type: object } }, active: { type: boolean }, birthDate: { type: string }',
    );
    await made.keep(
      {
        language: 'a',
        active: true,
        birthDate: '1970-05-04',
        name: [{ family: 'Smithson', given: ['Ann', 'Zoë'] }],
        address: [{ city: 'Leeds' }],
        telecom: [{ system: 'email', value: 'ann@example.org' }],
      },
      {
        language: 'b',
        active: false,
        birthDate: '1970-06-01',
        name: [{ family: 'Jones', given: ['José'] }],
        telecom: [{ system: 'phone', value: '01632960000' }],
      },
      { language: 'c', name: [{ family: 'smith' }], address: [{ city: 'Leek' }] },
    );
    return made;
  };
  test.each([
    ['family=smith', ['a', 'c']],
    ['family=SMITHSON', ['a']],
    ['family:exact=smith', ['c']],
    ['family:exact=Smith', []],
    ['name:contains=iths', ['a']],
    ['given=jose', ['b']],
    ['given=zoe', ['a']],
    ['name=ann', ['a']],
    ['address-city=lee', ['a', 'c']],
    ['family=smith,jones', ['a', 'b', 'c']],
    ['email=ann@example.org', ['a']],
    ['phone=01632960000', ['b']],
    ['phone=ann@example.org', []],
    ['active=true', ['a']],
    ['active:not=true', ['b', 'c']],
    ['birthdate=1970', ['a', 'b']],
    ['birthdate=ge1970-05-05', ['b']],
  ])('%s finds %j', async (query, found) => {
    expect(await (await people()).find(query)).toEqual(found);
  });
});

describe('references', () => {
  const requests = async (): Promise<ReturnType<typeof clinic>> => {
    const made = clinic(
      'ServiceRequest',
      ['patient', 'subject', 'subject:identifier', 'patient.identifier', 'requester', 'ServiceRequest.identifier', 'patient.family'],
      'subject: { type: object }',
    );
    await made.keep(
      { language: 'a', subject: { reference: 'Patient/p1' }, requester: { reference: 'https://elsewhere.example/fhir/Practitioner/p1' } },
      { language: 'b', subject: { identifier: { system: 'urn:nhs', value: '111' } }, identifier: [{ value: 'sr-2' }] },
      {
        language: 'c',
        subject: { reference: '#who' },
        contained: [
          { resourceType: 'Patient', id: 'who', identifier: [{ system: 'urn:nhs', value: '222' }], name: [{ family: 'Okafor' }] },
        ],
      },
      { language: 'd', subject: { reference: 'Group/p1' } },
    );
    return made;
  };
  test.each([
    ['patient=Patient/p1', ['a']],
    ['subject=p1', ['a', 'd']],
    ['subject:Patient=p1', ['a']],
    ['subject=Group/p1', ['d']],
    ['requester=https://elsewhere.example/fhir/Practitioner/p1', ['a']],
    ['subject:identifier=urn:nhs|111', ['b']],
    ['subject:identifier=urn:other|111', []],
    ['patient.identifier=urn:nhs|222', ['c']],
    ['patient.identifier=222', ['c']],
    ['patient=urn:nhs|111', ['b']],
    ['ServiceRequest.identifier=sr-2', ['b']],
    ['patient.family=okafor', ['c']],
    ['subject:missing=true', []],
  ])('%s finds %j', async (query, found) => {
    expect(await (await requests()).find(query)).toEqual(found);
  });
});

describe('numbers', () => {
  test.each([
    ['value-quantity=5.4', ['a']],
    ['value-quantity=gt5.4', ['b']],
    ['value-quantity=le5.4', ['a', 'c']],
    ['value-quantity=5.4|http://unitsofmeasure.org|mmol', ['a']],
  ])('%s finds %j', async (query, found) => {
    const { keep, find } = clinic('Observation', ['value-quantity'], 'valueQuantity: { type: object }');
    await keep(
      ...(
        [
          ['a', 5.4],
          ['b', 9],
          ['c', 1],
        ] as const
      ).map(([language, value]) => ({ language, valueQuantity: { value, unit: 'mmol' } })),
    );
    expect(await find(query)).toEqual(found);
  });
});

test('a parameter that no resource has anything for is left out, and the trace says so', async () => {
  const { keep, request } = clinic('Slot', ['colour-of-door'], 'start: { type: string }');
  await keep({ language: 'a' });
  const answer = await request('/clinic/Slot?colour-of-door=red');
  expect(await answer.json()).toMatchObject({ total: 1 });
  const trace = await (await request(answer.headers.get('x-sandbox-trace') ?? '', { headers: { Accept: 'application/json' } })).json();
  expect(JSON.stringify(trace.notes)).toContain('colour-of-door');
});

test('next leads to the last row and ends, whichever paging parameters are declared', async () => {
  for (const declared of [[], ['_count']]) {
    const { keep, request } = clinic('Slot', declared, 'start: { type: string }');
    await keep(...['a', 'b', 'c', 'd', 'e'].map((language) => ({ language })));
    const seen: string[] = [];
    let at: string | undefined = '/clinic/Slot?_count=2';
    for (let pages = 0; at !== undefined; pages++) {
      expect(pages).toBeLessThan(4);
      const bundle = await (await request(at)).json();
      expect(bundle.total).toBe(5);
      seen.push(...(bundle.entry ?? []).map(({ resource }: { resource: { language: string } }) => resource.language));
      at = bundle.link.find(({ relation }: { relation: string }) => relation === 'next')?.url;
    }
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e']);
  }
});
