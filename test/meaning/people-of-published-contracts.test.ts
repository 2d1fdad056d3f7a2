/** Published contracts that no mock of ours covers answer for people of the world, by inference alone. Skipped without the shared specs. */
import { generatorOf } from '../generator-of.ts';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderRequest } from '../../src/answer/sample/render-request.ts';
import { sampleRequest } from '../../src/answer/sample/sample-request.ts';
import { instanceLeaves } from '../../src/meaning/schema/instance-leaves.ts';
import type { Contract, Json, Operation } from '../../src/contract/contract.ts';
import { isObject } from '../../src/contract/json.ts';
import { loadContract } from '../../src/contract/load.ts';
import type { Person } from '../../src/population.ts';
import { populationOf } from '../../src/runtimes/population.ts';
import { sandboxOf } from '../sandbox.ts';
import { isSaidOf, type Said } from './said-of.ts';

const specs = new URL('../../../shared/specs/', import.meta.url);
const world = populationOf(42, 100_000);
const people = [11, 25_007, 50_021, 75_013, 99_991].map((index) => world.at(index));

/** What each operation is expected to have room for, besides the number. */
const asked: readonly { readonly file: string; readonly operation: string; readonly room: readonly string[] }[] = [
  {
    file: 'gp-connect-access-record.json',
    operation: 'get /documents/Patient/{id}',
    room: ['fullName', 'familyName', 'givenName', 'birthDate', 'gender', 'postcode'],
  },
  {
    file: 'gp-connect-access-record.json',
    operation: 'get /Patient/{id}/DocumentReference',
    // Patients stand beside documents where a search includes them.
    room: [],
  },
  {
    file: 'gp-connect-access-record.json',
    operation: 'post /Patient/$gpc.getstructuredrecord',
    room: ['familyName', 'givenName', 'birthDate', 'gender', 'postcode'],
  },
  { file: 'immunisation-history.json', operation: 'get /Immunization', room: ['birthDate'] },
  { file: 'gp-connect-prescriptions.json', operation: 'get /Task', room: ['fullName'] },
  { file: 'gp-connect-prescriptions.json', operation: 'get /Patient/{id}/MedicationRequest', room: [] },
  { file: 'summary-care-record.json', operation: 'get /DocumentReference', room: [] },
  { file: 'summary-care-record.json', operation: 'get /Bundle', room: [] },
];

const contracts = new Map<string, Contract>();
function contractIn(file: string): Contract {
  const contract = contracts.get(file) ?? loadContract({ name: file, text: readFileSync(new URL(file, specs), 'utf8') });
  contracts.set(file, contract);
  return contract;
}

/** The contract's own sample request, with this number wherever it names a patient. */
async function askAbout(number: string, contract: Contract, operation: Operation): Promise<Response> {
  const meaning = generatorOf(contract).meaning;
  const sample = sampleRequest(generatorOf(contract), operation, { key: 'key', now: Date.UTC(2026, 0, 1) });
  const parts = { path: { ...sample.path }, query: { ...sample.query }, header: sample.header, cookie: sample.cookie };
  for (const parameter of operation.parameters) {
    if (meaning.parameterRole(operation, parameter) !== 'patient.nhsNumber') continue;
    const token = parameter.name.endsWith('identifier') || String(parameter.examples[0]?.value).includes('|');
    const value = token ? `https://fhir.nhs.uk/Id/nhs-number|${number}` : number;
    if (parameter.in === 'path') parts.path[parameter.name] = value;
    if (parameter.in === 'query') parts.query[parameter.name] = value;
  }
  const body: Json | undefined = sample.body && JSON.parse(JSON.stringify(sample.body.value).replace(/"9\d{9}"/g, `"${number}"`));
  const request = renderRequest(operation, {
    ...parts,
    ...(sample.body && body !== undefined ? { body: { ...sample.body, value: body } } : {}),
  });
  const sandbox = sandboxOf(contract, { population: world, tolerateDefects: true });
  return sandbox.request(contract.basePath + request.target, {
    method: request.method,
    headers: { authorization: 'Bearer dummy', ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  });
}

function patientLeaves(contract: Contract, operation: Operation, body: Json): readonly Said[] {
  const meaning = generatorOf(contract).meaning;
  const at = operation.responses.get('200')?.content[0]?.schema;
  return instanceLeaves(meaning, body, at, operation).flatMap(({ leaf, value }) => {
    const role = meaning.roleOf(leaf);
    return role?.startsWith('patient.') ? [{ role, value: String(value) }] : [];
  });
}

describe.skipIf(!existsSync(specs)).each(asked)('$file, $operation', ({ file, operation: name, room }) => {
  test('answers for five people with what is said of each of them, and of nobody else', { timeout: 120_000 }, async () => {
    const contract = contractIn(file);
    const operation = contract.operations.find(({ method, path }) => `${method} ${path}` === name);
    if (!operation) throw new Error(`${name} is not in ${file}`);
    for (const person of people) {
      const response = await askAbout(person.nhsNumber, contract, operation);
      expect(response.status).toBe(200);
      const body: Json = await response.json();
      const said = patientLeaves(contract, operation, body);
      expect(said.filter((each) => !isSaidOf(person, world, each))).toEqual([]);
      // Whoever has nothing of the kind on their record is told nothing.
      if (isEmptyBundle(body)) continue;
      const told = new Set(said.map(({ role }) => role.slice('patient.'.length)));
      expect(['nhsNumber', ...room.filter((field) => has(person, field))].filter((field) => !told.has(field))).toEqual([]);
    }
  });
});

const isEmptyBundle = (body: Json): boolean =>
  isObject(body) && body['resourceType'] === 'Bundle' && !/"entry":\[\{/.test(JSON.stringify(body));

/** Some people have no address, or nothing on their record but a number. */
function has(person: Person, field: string): boolean {
  if (person.minimal) return false;
  return field !== 'postcode' || (!person.restricted && person.addresses[0]?.postcode !== undefined);
}

describe.skipIf(!existsSync(specs))('eligibility-signposting.json, get /patient-check/{id}', () => {
  test('has no room for a person: it answers for those who exist and for nobody else', async () => {
    const contract = contractIn('eligibility-signposting.json');
    const [operation] = contract.operations.filter(({ path }) => path === '/patient-check/{id}');
    if (!operation) throw new Error('the operation has gone');
    for (const { nhsNumber } of people) expect((await askAbout(nhsNumber, contract, operation)).status).toBe(200);
    expect((await askAbout('9993011703', contract, operation)).status).toBe(404);
  });
});
