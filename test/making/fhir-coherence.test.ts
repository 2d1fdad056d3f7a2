/** FHIR bodies made from a schema alone are of one piece: references lead to what is there, attachments are measured, codes are codes. */
import { describe, expect, test } from 'vitest';
import { generateChecked } from '../../src/making/generate.ts';
import type { Json } from '../../src/contract/contract.ts';
import { nobody } from '../../src/population.ts';
import { smallContract } from './small-contract.ts';

const text = { type: 'string' };
const object = (properties: Record<string, Json>): Json => ({ type: 'object', properties, required: Object.keys(properties) });
const list = (items: Json): Json => ({ type: 'array', items, minItems: 1 });
const resource = (type: string, properties: Record<string, Json>): Json =>
  object({ resourceType: { type: 'string', const: type }, id: text, ...properties });
const reference = (more: Record<string, Json> = {}): Json => object({ reference: { type: 'string', ...more } });

// Whatever was made is looked at member by member.
// oxlint-disable-next-line typescript/no-explicit-any
function made(schema: Json): any {
  const { generator, at } = smallContract(schema);
  const { value, faults } = generateChecked({ generator, at, key: 'key', now: Date.UTC(2026, 0, 15), population: nobody, models: false });
  expect(faults).toEqual([]);
  return value;
}

describe('a reference to something contained', () => {
  test.each([
    ['in a pattern', { pattern: '^#Pat\\d$' }],
    ['as its example', { example: '#Pat7' }],
    ['as the only value', { const: '#pat' }],
  ])('that the contract shows %s names the resource that is contained', (_, shown) => {
    const value = made(resource('Immunization', { contained: list(resource('Patient', {})), patient: reference(shown) }));
    expect(value.patient.reference).toBe(`#${value.contained[0].id}`);
  });

  test('goes to the one of its own kind', () => {
    const contained = { type: 'array', prefixItems: [resource('Practitioner', {}), resource('Patient', {})], items: false, minItems: 2 };
    const value = made(
      resource('Immunization', {
        contained,
        patient: reference({ example: '#p1' }),
        performer: list(object({ actor: reference({ example: '#p2' }) })),
      }),
    );
    const [practitioner, patient] = value.contained;
    expect(value.patient.reference).toBe(`#${patient.id}`);
    expect(value.performer[0].actor.reference).toBe(`#${practitioner.id}`);
  });

  test('leads out of the resource where nothing of its kind is contained', () => {
    const value = made(resource('Immunization', { patient: reference({ example: '#Pat7' }) }));
    expect(value.patient.reference).toMatch(/^Patient\/./);
  });
});

describe('in a Bundle', () => {
  const entry = (of: Json): Json =>
    object({ fullUrl: { type: 'string', format: 'uri', example: 'urn:uuid:0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d' }, resource: of });
  const bundle = (...resources: Json[]): Json =>
    resource('Bundle', {
      type: { type: 'string', const: 'message' },
      entry: { type: 'array', prefixItems: resources.map(entry), items: false, minItems: resources.length },
    });

  test('references by type and by UUID lead to the entries', () => {
    const value = made(
      bundle(
        resource('Task', {
          for: object({ reference: { type: 'string', example: 'Patient/123' } }),
          subject: reference({ example: 'urn:uuid:ffffffff-4e5f-4a6b-8c7d-9e0f1a2b3c4d' }),
        }),
        resource('Patient', {}),
      ),
    );
    const [task, patient] = value.entry;
    expect(task.resource.for.reference).toBe(`Patient/${patient.resource.id}`);
    expect(task.resource.subject.reference).toBe(patient.fullUrl);
  });
});

test('an attachment’s size and hash are those of its data', () => {
  const { content } = made(
    resource('DocumentReference', {
      content: object({
        attachment: object({ data: { type: 'string', format: 'byte' }, size: { type: 'integer' }, hash: { type: 'string' } }),
      }),
    }),
  );
  const bytes = atob(content.attachment.data);
  expect(content.attachment.size).toBe(bytes.length);
  expect(atob(content.attachment.hash)).toHaveLength(20);
});

test('an identifier in the namespace of URIs is a URI', () => {
  const identifier = list(object({ system: { type: 'string', const: 'urn:ietf:rfc:3986' }, value: text }));
  expect(made(resource('DocumentReference', { identifier })).identifier[0].value).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
});

test.each([
  ['Encounter', 'status', 'finished'],
  ['DocumentReference', 'docStatus', 'final'],
  ['QuestionnaireResponse', 'status', 'completed'],
  ['MedicationRequest', 'intent', 'order'],
])('the %s has a %s of FHIR where the contract lists none', (type, name, code) => {
  expect(made(resource(type, { [name]: text }))[name]).toBe(code);
});

test('no code of a resource is “example”', () => {
  const value = made(
    resource('Endpoint', {
      connectionType: object({ system: { const: 'https://example.org/types' }, code: text }),
      telecom: list(object({ system: text, use: text })),
    }),
  );
  expect(JSON.stringify(value)).not.toMatch(/"(example|EXAMPLE)"/);
  expect(value.telecom[0]).toEqual({ system: 'phone', use: 'work' });
});
