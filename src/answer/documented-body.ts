/** The third and fourth ways to answer: an example the contract publishes, else a body generated from its schema; with this request's ids put in. */
import type { Contract, DocumentedResponse, Json, MediaType, Operation, Parameter } from '../contract/contract.ts';
import type { Call } from '../mock.ts';
import { type Faker, loadFaker } from './generated/faker.ts';
import { generateChecked } from './generated/generate.ts';
import { isJsonType } from './inferred/documented.ts';
import type { Preferences } from './preferences.ts';
import { bindRequest, type Bound } from './semantics/bound.ts';
import { inferRoles } from './semantics/infer-roles.ts';

export interface Made {
  readonly value: Json | undefined;
  readonly by: 'example' | 'generated';
}

export interface DocumentedBodies {
  /** Loads what generation may need, once; undefined when nothing is to be waited for. */
  prepare(operation: Operation): Promise<void> | undefined;
  /** `id` names the item the body is about, where the request's path does not. */
  make(call: Call, response: DocumentedResponse, media: MediaType, preferences: Preferences, id?: string): Made;
  /** Values for the headers that the contract says the response carries. */
  headers(call: Call, response: DocumentedResponse): Readonly<Record<string, string>>;
  /** True where the parameter names a person and the world has that person. */
  knowsPerson(call: Call, parameter: Parameter | undefined, value: string): boolean;
}

export function documentedBodies(contract: Contract): DocumentedBodies {
  let faker: Faker | undefined;
  const meaning = inferRoles(contract);

  function boundTo(call: Call, id: string | undefined): Bound {
    const bound = bindRequest(meaning, call.operation, { path: call.path, query: call.query });
    return id === undefined ? bound : { ...bound, item: { name: 'id', value: id } };
  }

  return {
    prepare(operation) {
      if (faker || ![...operation.responses].some(([key, response]) => key.startsWith('2') && response.content.some((media) => media.examples.length === 0))) return undefined;
      return loadFaker().then((loaded) => {
        faker = loaded;
      });
    },
    make(call, response, media, preferences, id) {
      const example = media.examples[0];
      if (!preferences.dynamic && example && (!isJsonType(media.type) || !media.schema || contract.check(media.schema, example.value).length === 0)) {
        return { value: example.value, by: 'example' };
      }
      if (!media.schema) return { value: undefined, by: 'generated' };
      const key = [preferences.seed ?? call.seed, contract.slug, call.operation.id, response.key, JSON.stringify(call.path), JSON.stringify(call.query), id ?? '', call.bodyText ?? ''].join('\n');
      const made = generateChecked({
        contract,
        at: media.schema,
        key,
        now: call.clock.now(),
        population: call.population,
        bound: boundTo(call, id),
        operation: call.operation,
        examples: preferences.dynamic ? [] : media.examples.map((one) => one.value),
        ...(faker ? { faker } : {}),
        link: (path) => call.url(path),
      });
      return { value: made.value, by: 'generated' };
    },
    headers: () => ({}),
    knowsPerson(call, parameter, value) {
      return parameter !== undefined && meaning.parameterRole(call.operation, parameter) === 'patient.nhsNumber' && call.population.find(value.split('|').at(-1) ?? '') !== undefined;
    },
  };
}
