/** An NHS number that an answer has for its person, among identifiers and references, is that person's: never made up, never somebody else's. */
import { expect, test } from 'vitest';
import { populationOf } from '../../src/runtimes/population.ts';
import { contractOf } from '../gateway/small-contract.ts';
import { sandboxOf } from '../sandbox.ts';

const world = populationOf(42, 100_000);
const system = 'https://fhir.nhs.uk/Id/nhs-number';
const text = { type: 'string' };
const token = (schema: object = {}): object => ({
  type: 'object',
  required: ['system', 'value'],
  properties: { system: { ...text, ...schema }, value: text },
});
const published = '9000000017';

const resource = {
  type: 'object',
  required: ['resourceType', 'id', 'identifier', 'patient'],
  properties: {
    resourceType: { const: 'Coverage' },
    id: text,
    identifier: { type: 'array', items: token({ enum: [system, 'https://supplier.example'] }) },
    patient: {
      type: 'object',
      required: ['reference', 'identifier'],
      properties: { reference: text, identifier: token({ const: system }) },
    },
  },
};
const shown = {
  resourceType: 'Coverage',
  id: 'v-1',
  identifier: [{ system, value: published }],
  patient: { reference: `Patient/${published}`, identifier: { system, value: published } },
};
const relative = {
  type: 'object',
  required: ['resourceType', 'identifier'],
  properties: { resourceType: { const: 'RelatedPerson' }, identifier: { type: 'array', minItems: 1, items: token({ const: system }) } },
};

const clinic = (schema: object) => {
  const found = { description: 'Found', content: { 'application/fhir+json': { schema } } };
  const parameters = [{ name: 'identifier', in: 'query', schema: text }];
  return sandboxOf(
    contractOf({
      '/Coverage': { get: { parameters, responses: { 200: found } } },
      '/Coverage/_search': {
        post: {
          requestBody: {
            content: { 'application/x-www-form-urlencoded': { schema: { type: 'object', properties: { identifier: text } } } },
          },
          responses: { 200: found },
        },
      },
      '/Patient/{nhsNumber}/last': {
        get: {
          parameters: [{ name: 'nhsNumber', in: 'path', required: true, schema: text }, ...parameters],
          responses: { 200: found },
        },
      },
    }),
    { population: world },
  );
};
const bundleOf = (schema: object): object => ({
  type: 'object',
  required: ['resourceType', 'entry'],
  properties: {
    resourceType: { const: 'Bundle' },
    entry: { type: 'array', minItems: 1, items: { type: 'object', required: ['resource'], properties: { resource: schema } } },
  },
});

const numbersIn = (body: string): ReadonlySet<string> => new Set(body.match(/\b\d{10}\b/g));
const five = [3, 41, 512, 7_000, 80_000].map((index) => world.at(index).nhsNumber);

test.each([
  ['made', resource],
  ['made after an example', { ...resource, example: shown }],
])('whoever an identifier names is whom the answer is about, where it is %s', async (_, schema) => {
  const { request } = clinic(bundleOf(schema));
  for (const number of five) {
    const asked = `identifier=${encodeURIComponent(`${system}|${number}`)}`;
    const form = { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: asked };
    for (const answer of [await request(`/small/Coverage?${asked}`), await request('/small/Coverage/_search', form)])
      expect([answer.status, numbersIn(await answer.text())]).toEqual([200, new Set([number])]);
  }
});

test.each([
  ['made', resource],
  ['made after an example', { ...resource, example: shown }],
])('an identifier of another system names nobody, and the person of the path stays, where it is %s', async (_, schema) => {
  const { request } = clinic(schema);
  for (const number of five) {
    for (const more of [
      '',
      `?identifier=${encodeURIComponent('https://supplier.example|1')}`,
      `?identifier=${encodeURIComponent(`${system}|${published}`)}`,
    ])
      for (const headers of [{}, { Prefer: 'dynamic=true' }] as Record<string, string>[]) {
        const answer = await request(`/small/Patient/${number}/last${more}`, { headers });
        expect(numbersIn(await answer.text())).toEqual(new Set([number]));
      }
  }
});

test('a relative who is made up has the number of nobody', async () => {
  const { request } = clinic(relative);
  let madeUp = 0;
  for (let index = 0; index < 300; index++) {
    const { nhsNumber } = world.at(index * 31);
    const relatives = new Set([...world.relatives(nhsNumber)].map((one) => one.nhsNumber));
    const [found] = numbersIn(await (await request(`/small/Patient/${nhsNumber}/last`)).text());
    const known = world.find(found ?? '');
    if (!known) madeUp++;
    else expect(relatives).toContain(known.nhsNumber);
  }
  expect(madeUp).toBeGreaterThan(0);
});
