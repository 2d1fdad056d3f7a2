/** An id is one thing wherever it stands: in the body, in Location, in the list and in the path that reads it. */
import { expect, test } from 'vitest';
import { answers, contractOf, fault, takes } from '../../gateway/small-contract.ts';
import { origin, sandboxOf } from '../../sandbox.ts';

const text = { type: 'string' };

interface Kept {
  readonly member: string;
  readonly schema: object;
  readonly parameter?: string;
  readonly path?: object;
  /** The schema of what is sent, where it is another. */
  readonly sent?: object;
}

/** Parcels whose id is this member, in paths by this parameter. */
function parcels({ member, schema, parameter = 'id', path = text, sent }: Kept): string {
  const parcel = { type: 'object', required: [member, 'to'], properties: { [member]: schema, to: text } };
  const one = { name: parameter, in: 'path', required: true, schema: path };
  return contractOf({
    '/parcels': {
      post: { requestBody: takes(sent ?? parcel), responses: { 201: answers(parcel), 400: fault, 409: fault } },
      get: { responses: { 200: answers({ type: 'array', items: parcel }) } },
    },
    [`/parcels/{${parameter}}`]: {
      parameters: [one],
      get: { responses: { 200: answers(parcel), 404: fault } },
      put: { requestBody: takes(sent ?? parcel), responses: { 200: answers(parcel), 404: fault } },
      delete: { responses: { 204: { description: 'Gone' }, 404: fault } },
    },
  });
}

const minted: readonly (Kept & { readonly name: string; readonly like: RegExp; readonly type?: string })[] = [
  {
    name: 'a whole number that paths have as text',
    member: 'id',
    schema: { type: 'integer', readOnly: true },
    like: /^\d+$/,
    type: 'number',
  },
  {
    name: 'a whole number of 64 bits',
    member: 'id',
    schema: { type: 'integer', format: 'int64', minimum: 1, readOnly: true },
    like: /^[1-9]\d*$/,
    type: 'number',
  },
  {
    name: 'a number within bounds',
    member: 'id',
    schema: { type: 'integer', minimum: 500, maximum: 599, readOnly: true },
    like: /^5\d\d$/,
    type: 'number',
  },
  {
    name: 'a text with a pattern that only the body has',
    member: 'id',
    schema: { type: 'string', pattern: '^P[0-9]{4}$', readOnly: true },
    like: /^P\d{4}$/,
  },
  {
    name: 'a UUID that only the body asks for',
    member: 'id',
    schema: { type: 'string', format: 'uuid', readOnly: true },
    like: /^[0-9a-f]{8}-/,
  },
  { name: 'a member named after the thing', member: 'parcelId', schema: { type: 'string', readOnly: true }, like: /./ },
  {
    name: 'a member named after the thing, in another case',
    member: 'parcel_id',
    schema: { type: 'integer', readOnly: true },
    parameter: 'parcelId',
    like: /^\d+$/,
    type: 'number',
  },
  { name: 'an id of ten letters at most', member: 'id', schema: { type: 'string', maxLength: 10, readOnly: true }, like: /^.{1,10}$/ },
];

test.each(minted)('$name is the same in answer, Location, list and path', async ({ like, type = 'string', ...kept }) => {
  const { send, request } = sandboxOf(parcels(kept));
  const ids = new Set<unknown>();
  for (let i = 0; i < 5; i++) {
    const made = await send('POST', '/small/parcels', { to: `house ${i}` });
    expect(made.status).toBe(201);
    const parcel = await made.json();
    const id = parcel[kept.member];
    expect(typeof id).toBe(type);
    expect(String(id)).toMatch(like);
    expect(made.headers.get('location')).toBe(`${origin}/small/parcels/${id}`);
    expect(await (await request(`/small/parcels/${id}`)).json()).toEqual({ [kept.member]: id, to: `house ${i}` });
    ids.add(id);
  }
  expect(ids.size).toBe(5);
  const listed: Record<string, unknown>[] = await (await request('/small/parcels')).json();
  expect(listed.map((parcel) => parcel[kept.member])).toEqual([...ids]);
});

test('an id that its client may not set is not taken from its client', async () => {
  const { send, request } = sandboxOf(parcels({ member: 'id', schema: { type: 'string', readOnly: true } }));
  const made = await (await send('POST', '/small/parcels', { id: 'mine', to: 'house' })).json();
  expect(made.id).not.toBe('mine');
  expect((await request('/small/parcels/mine')).status).toBe(404);
});

const natural: readonly (Kept & { readonly name: string })[] = [
  { name: 'under the name of the path parameter', member: 'code', schema: text, parameter: 'code' },
  { name: 'under the name of the path parameter without the thing’s', member: 'code', schema: text, parameter: 'parcel_code' },
  { name: 'in camel case', member: 'code', schema: text, parameter: 'parcelCode' },
  { name: 'and the path parameter is only an id', member: 'id', schema: text, parameter: 'parcelId' },
];

test.each(natural)('a key that the body says is the key: $name', async (kept) => {
  const { send, request } = sandboxOf(parcels(kept));
  for (const key of ['north-1', 'süd 2', '007']) {
    const made = await send('POST', '/small/parcels', { [kept.member]: key, to: 'house' });
    expect(made.status).toBe(201);
    const address = `/small/parcels/${encodeURIComponent(key)}`;
    expect(made.headers.get('location')).toBe(origin + address);
    expect(await (await request(address)).json()).toEqual({ [kept.member]: key, to: 'house' });
  }
  expect((await send('POST', '/small/parcels', { [kept.member]: '007', to: 'elsewhere' })).status).toBe(409);
  const replaced = await send('PUT', '/small/parcels/007', { [kept.member]: '007', to: 'elsewhere' });
  expect(await replaced.json()).toEqual({ [kept.member]: '007', to: 'elsewhere' });
  expect((await send('DELETE', '/small/parcels/north-1')).status).toBe(204);
  const left: Record<string, unknown>[] = await (await request('/small/parcels')).json();
  expect(left.map((parcel) => [parcel[kept.member], parcel['to']])).toEqual([
    ['süd 2', 'house'],
    ['007', 'elsewhere'],
  ]);
});

test('an id that no path could carry is refused, or another is made that can', async () => {
  const path = { type: 'string', pattern: '^N[0-9]{3}$' };
  const { send, request } = sandboxOf(parcels({ member: 'id', schema: text, path }));
  const made = await send('POST', '/small/parcels', { id: 'example', to: 'house' });
  if (made.status === 400) return;
  expect(made.status).toBe(201);
  expect((await made.json()).id).toMatch(/^N\d{3}$/);
  expect((await request(made.headers.get('location') ?? '')).status).toBe(200);
});

test('an id inside data is the id', async () => {
  const parcel = {
    type: 'object',
    required: ['data'],
    properties: { data: { type: 'object', required: ['id'], properties: { id: { type: 'integer', readOnly: true }, to: text } } },
  };
  const { send, request } = sandboxOf(
    contractOf({
      '/parcels': { post: { requestBody: takes(parcel), responses: { 201: answers(parcel) } } },
      '/parcels/{parcelId}': {
        get: {
          parameters: [{ name: 'parcelId', in: 'path', required: true, schema: { type: 'integer' } }],
          responses: { 200: answers(parcel), 404: fault },
        },
      },
    }),
  );
  const made = await send('POST', '/small/parcels', { data: { to: 'house' } });
  const { data } = await made.json();
  expect(data).toEqual({ id: expect.any(Number), to: 'house' });
  expect(made.headers.get('location')).toBe(`${origin}/small/parcels/${data.id}`);
  expect(await (await request(`/small/parcels/${data.id}`)).json()).toEqual({ data });
});

test('a FHIR resource keeps no id of its client’s, has one of its server’s, and its list has the same', async () => {
  const device = {
    type: 'object',
    required: ['resourceType'],
    properties: { resourceType: { type: 'string', enum: ['Device'] }, id: text, serialNumber: text },
  };
  const bundle = {
    type: 'object',
    properties: {
      resourceType: text,
      type: text,
      total: { type: 'integer' },
      entry: { type: 'array', items: { type: 'object', properties: { fullUrl: text, resource: device } } },
    },
  };
  const fhir = (schema: object): object => ({ description: 'FHIR', content: { 'application/fhir+json': { schema } } });
  const { send, request } = sandboxOf(
    contractOf({
      '/Device': {
        post: {
          requestBody: { required: true, content: { 'application/fhir+json': { schema: device } } },
          responses: { 201: fhir(device) },
        },
        get: { responses: { 200: fhir(bundle) } },
      },
      '/Device/{id}': {
        get: {
          parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
          responses: { 200: fhir(device), 404: { description: 'None' } },
        },
      },
    }),
  );
  const type = { 'Content-Type': 'application/fhir+json' };
  const made = await (await send('POST', '/small/Device', { resourceType: 'Device', id: 'mine', serialNumber: 'S1' }, type)).json();
  expect(made.id).not.toBe('mine');
  expect(await (await request(`/small/Device/${made.id}`)).json()).toEqual(made);
  const { entry } = await (await request('/small/Device')).json();
  expect(entry).toEqual([expect.objectContaining({ fullUrl: `${origin}/small/Device/${made.id}`, resource: made })]);
});
