/** The third and fourth ways to answer: an example the contract publishes, else a body generated from its schema; with this request's ids put in. */
import type { DocumentedResponse, Json, MediaType, Operation, SchemaAt } from '../../contract/contract.ts';
import { jsonMedia, successOf } from '../../contract/documented.ts';
import { isJsonType } from '../../contract/media-type.ts';
import { isProblem } from '../../mock/problem.ts';
import { askedIn } from '../../mock/any-call.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import { chooseExample } from './choose-example.ts';
import { type Faker, loadFaker } from '../../making/faker.ts';
import { namedMember } from '../../making/binding/named-member.ts';
import { generate, generateChecked } from '../../making/generate.ts';
import { retoldDonor } from './retell-donor.ts';
import { requestValues, secondOf } from './request-values.ts';
import { suitedExample, suitedMade } from './suit-request.ts';
import type { Preferences } from '../preferences.ts';
import type { Bodies } from '../state/bodies.ts';
import { partOfModel } from './part-of-model.ts';
import { sendsAsPublished } from '../../workspace/settings.ts';
import { bindRequest, namesIn, type Bound, type RequestValues } from '../../meaning/bound.ts';
import { OverBudget } from '../../contract/work.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { isSaidOfItems } from '../../plan/list/envelope/envelope.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';
import type { PlannedExample } from '../../plan/examples/example-plan.ts';

export interface MadeBody {
  readonly value: Json | undefined;
  readonly by: 'example' | 'generated';
  /** What is to be said of it in the explanation of the exchange. */
  readonly notes: readonly string[];
}

export interface AboutBody {
  /** The item that the body is about, where the request's path does not name it. */
  readonly id?: string | undefined;
  /** It tells that something was done, and nothing of what was sent. */
  readonly isOutcome?: boolean;
  /** How many were made before it, where what is made up for it is to be its own. */
  nth?(): number;
}

export interface DocumentedBodies {
  /** Loads what generation may need, once; undefined when nothing is to be waited for. */
  prepare(operation: Operation, keepsState: boolean): Promise<void> | undefined;
  /** `id` names the item the body is about, where the request's path does not. */
  make(call: Call, response: DocumentedResponse, media: MediaType, preferences: Preferences, about?: AboutBody): MadeBody;
  /** What the contract shows at a place of a response of an operation; undefined where only a body made for this request can tell. */
  part: Bodies['part'];
  /** The text of an item as the contract alone would show it under this id, whichever request asks. */
  item(call: Call, read: Operation, id: string): string | undefined;
  /** One value for a member that the server makes. */
  value(call: Call, at: SchemaAt, name: string, key: string): Json;
  /** The NHS number of whom the request is about, wherever it says so. */
  personIn(call: Call): string | undefined;
}

export function documentedBodies(plan: ApiPlan): DocumentedBodies {
  const { contract, meaning, generator } = plan;
  let faker: Faker | undefined;
  const generating = new Set(contract.operations.filter(mayGenerate));

  async function load(): Promise<void> {
    faker = await loadFaker();
  }

  function boundTo(call: Call, request: RequestValues, id?: string): Bound {
    const bound = bindRequest(meaning, call.operation, request);
    return id === undefined ? bound : { ...bound, item: { name: 'id', value: id } };
  }

  /** Where this is the list that the operation answers with. */
  function listIn(call: Call, media: MediaType): Pick<Bound, 'list'> {
    const { success, search } = plan.of(call.operation);
    const envelope = success?.media === media ? search()?.frame.envelope : undefined;
    if (!envelope) return {};
    return { list: { path: envelope.path, isSaidOfItems: (plain, isInQuery) => isSaidOfItems(envelope, plain, isInQuery) } };
  }

  /** The published example that answers, where there is one. */
  function chosenFor(
    call: Call,
    media: MediaType,
    preferences: Preferences,
    about: { request: RequestValues; bound: Bound },
  ): PlannedExample | undefined {
    const { examples: published } = plan.of(call.operation);
    const examples = published.of(media);
    const number = about.bound.byRole['patient.nhsNumber'];
    const named = preferences.example;
    return chooseExample({
      plan: published,
      examples,
      operation: call.operation,
      ...about,
      aboutPerson: number !== undefined && call.population.find(number) !== undefined,
      ...(named === undefined ? {} : { named }),
    });
  }

  /** Where a body says more than ids and values to be echoed, it is made for that request alone. */
  function donorFor(call: Call, media: MediaType, preferences: Preferences, { byRole }: Bound): StudiedBody | undefined {
    const describes = byRole['patient.familyName'] !== undefined || byRole['patient.birthDate'] !== undefined;
    const named = byRole['patient.nhsNumber'] !== undefined;
    if (call.body === undefined || preferences.dynamic || preferences.seed !== undefined || (describes && !named)) return undefined;
    return plan.donors({ operation: call.operation, media, seed: call.seed, faker });
  }

  /** The workspace's seed (or the one preferred), the operation and what identifies the request; never how many came before. */
  const keyOf = (call: Call, ...more: readonly (string | number)[]): string =>
    [
      call.seed,
      contract.slug,
      call.operation.id,
      JSON.stringify(call.path),
      JSON.stringify(askedIn(call)),
      call.bodyText ?? '',
      ...more,
    ].join('\n');

  return {
    prepare: (operation, keepsState) => (faker || !(keepsState || generating.has(operation)) ? undefined : load()),
    make(call, response, media, preferences, { id, isOutcome = false, nth } = {}) {
      const { body: sent, ...around } = requestValues(plan.of(call.operation), call);
      const request = isOutcome || !sent ? around : { ...around, body: sent };
      const bound = { ...boundTo(call, request, id), ...listIn(call, media) };
      const example = preferences.dynamic ? undefined : chosenFor(call, media, preferences, { request, bound });
      const base = keyOf(call, response.key, preferences.seed ?? '', id ?? '');
      const free = response.key.startsWith('2') && preferences.example === undefined && !sendsAsPublished(call.settings);
      const about = { plan, call, media, request, bound, free };
      if (example) {
        const { body, notes } = bodyOf(call, example);
        return { value: isJsonType(media.type) ? suitedExample({ ...about, key: base }, body) : body.value, by: 'example', notes };
      }
      if (!media.schema) return { value: undefined, by: 'generated', notes: [] };
      const before = nth?.() ?? 0;
      const key = before === 0 ? base : `${base}\n${before}`;
      const suiting = { ...about, key };
      const donor = donorFor(call, media, preferences, bound);
      if (donor) {
        const { schema: at } = media;
        const value = retoldDonor(donor, key, { meaning, at, bound, population: call.population, now: secondOf(call) });
        return { value: isJsonType(media.type) ? suitedMade(suiting, value) : value, by: 'generated', notes: [] };
      }
      const { value, unmakeable } = generateChecked({
        generator,
        bound,
        population: call.population,
        now: secondOf(call),
        operation: call.operation,
        at: media.schema,
        key,
        examples: [],
        models: !preferences.dynamic,
        ...(faker ? { faker } : {}),
        link: (path) => call.url(path),
      });
      if (unmakeable !== undefined) throw new OverBudget(unmakeable);
      return { value: isJsonType(media.type) ? suitedMade(suiting, value) : value, by: 'generated', notes: [] };
    },
    part(call, { operation, media }, tokens) {
      const [example] = plan.of(operation).examples.of(media);
      if (example) return partOfModel(sendsAsPublished(call.settings) ? example.published : example.fitting, tokens, { made: false });
      const donor = plan.donors({ operation, media, seed: call.seed, faker });
      return donor && partOfModel(donor, tokens, { made: true });
    },
    item(call, read, id) {
      const media = jsonMedia(successOf(read, [200])?.response);
      if (!media?.schema) return undefined;
      const name = /\{([^{}]+)\}[^{}/]*$/.exec(read.path)?.[1] ?? 'id';
      const path = { ...call.path, [name]: id };
      const key = [call.seed, contract.slug, read.id, JSON.stringify(path)].join('\n');
      const now = secondOf(call);
      const { schema: at } = media;
      const made = call.cached<Reply>(`item ${now} ${key}`, () => {
        const about = { generator, operation: read, population: call.population, now, bound: bindRequest(meaning, read, { path }) };
        const { value, unmakeable } = generateChecked({ ...about, at, key, ...(faker ? { faker } : {}), link: (to) => call.url(to) });
        if (unmakeable !== undefined) throw new OverBudget(unmakeable);
        return { status: 200, body: value };
      });
      return isProblem(made) ? undefined : made.rendered;
    },
    value(call, at, name, key) {
      const { operation, population, seed } = call;
      const about = { generator, at, name, operation, population, now: secondOf(call) };
      const made = generate({ ...about, key: `${seed} ${key}`, ...(faker ? { faker } : {}) });
      if (typeof made !== 'object') return made;
      return namedMember({ meaning, at, name, value: made, byName: namesIn(operation, requestValues(plan.of(operation), call)) });
    },
    personIn: (call) => boundTo(call, requestValues(plan.of(call.operation), call)).byRole['patient.nhsNumber'],
  };
}

/** True where an answer may have to be made from a schema alone. */
function mayGenerate(operation: Operation): boolean {
  return [...operation.responses].some(
    ([key, response]) => /^(2|default)/i.test(key) && response.content.some((media) => media.schema && media.examples.length === 0),
  );
}

/** An example that breaks its own schema is mended, unless it is wanted as published; either is said in the trace. */
function bodyOf(call: Call, example: PlannedExample): { readonly body: StudiedBody; readonly notes: readonly string[] } {
  if (example.faults.length === 0) return { body: example.published, notes: [] };
  const faults = example.faults.slice(0, 3).map(({ pointer, message }) => `${pointer || 'the body'} ${message}`);
  const rest = example.faults.length > 3 ? ` and ${example.faults.length - 3} more` : '';
  const mended = !sendsAsPublished(call.settings) && example.fitting !== example.published;
  const note = `The published example “${example.name}” breaks its own schema (${faults.join('; ')}${rest}); it is sent ${mended ? 'mended in those places; --examples published sends it as it is' : 'as published'}.`;
  return { body: mended ? example.fitting : example.published, notes: [note] };
}
