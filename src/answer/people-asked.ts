/** Whom a request names by NHS number, whether the world has them, and which answer suits a number that nobody has. */
import type { Json, Operation, Parameter } from '../contract/contract.ts';
import { isProblem, type Problem } from '../mock/problem.ts';
import type { Call } from '../mock/call.ts';
import type { Reply } from '../mock/reply.ts';
import { dateOf } from '../fhir/instant.ts';
import { rebind } from '../making/binding/rebind.ts';
import type { Success } from '../contract/documented.ts';
import { jsonMedia } from '../contract/documented.ts';
import { emptyPage } from '../plan/list/envelope/frame.ts';
import type { Resource } from '../plan/resource/resource.ts';
import { sendsAsPublished } from '../workspace/settings.ts';
import { secondOf } from './body/request-values.ts';
import type { Told } from './state/bodies.ts';
import { type Bound, UNBOUND } from '../meaning/bound.ts';
import { bareValue, isRole } from '../meaning/roles/check-role.ts';
import { lazily } from '../contract/lazily.ts';
import { studied } from '../meaning/studied-body.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import { instanceLeaves } from '../meaning/schema/instance-leaves.ts';

export interface PeopleAsked {
  /** True where the parameter names a person and the world has that person. */
  knows(call: Call, parameter: Parameter | undefined, value: string): boolean;
  /** NHS numbers that a body gives as a patient's. */
  numbersIn(body: Json): readonly string[];
  /** A published body as it is shown: what is planned in it lies ahead of the clock, and one under a person's number tells of that person. */
  told(call: Call, resource: Resource, published: { readonly id: string; readonly body: Json }): Told;
  /** Where a parameter names a person, the contract shows which numbers it knows, and nobody has this one: none of a list, else not found. */
  forNobody(call: Call, success: Success): Reply | Problem | undefined;
}

export function peopleAsked(plan: ApiPlan): PeopleAsked {
  const { meaning, publishedPeople, contract } = plan;
  const namesPatient = (operation: Operation, parameter: Parameter): boolean =>
    meaning.parameterRole(operation, parameter) === 'patient.nhsNumber';
  const knows: PeopleAsked['knows'] = (call, parameter, value) =>
    parameter !== undefined && namesPatient(call.operation, parameter) && call.population.find(bareValue(value)) !== undefined;

  return {
    knows,
    numbersIn: (body) =>
      instanceLeaves(meaning, body)
        .filter(({ role }) => role === 'patient.nhsNumber')
        .map(({ value }) => plain(value)),
    told(call, resource, { id, body }) {
      const now = secondOf(call);
      const dated = plan.dated(body, resource, sendsAsPublished(call.settings) ? undefined : now);
      if (!knows(call, resource.parameter, id)) return { text: dated.text, ofPerson: false, body: () => dated.body };
      // Ages depend on the day.
      const told = call.cached<Reply>(`told ${contract.slug} ${resource.collection} ${id} ${dateOf(now)}`, () => {
        const at = resource.shape;
        const bound: Bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': id } };
        const study = studied(meaning, dated.body, at);
        return { status: 200, body: rebind({ meaning, body: study, bound, population: call.population, now, ...(at ? { at } : {}) }) };
      });
      const text = (isProblem(told) ? undefined : told.rendered) ?? dated.text;
      return { text, ofPerson: true, body: lazily(() => JSON.parse(text) as Json) }; // what was written here
    },
    forNobody(call, { response, status }) {
      const { operation, population, settings } = call;
      if (population.size === 0 || settings.unknownIds === 'synthesise') return undefined;
      const parameter = operation.parameters.find((each) => {
        const value = valueOf(call, each);
        return value !== undefined && namesPatient(operation, each) && isRole('patient.nhsNumber', value);
      });
      const number = parameter && plain(valueOf(call, parameter) ?? '');
      if (!parameter || number === undefined || population.find(number) || publishedPeople.shows(operation, number)) return undefined;
      // A contract that shows no number to ask for answers for any.
      if (settings.unknownIds === 'infer' && parameter.examples.length === 0) return undefined;
      const none = parameter.in === 'path' ? undefined : nothing(plan, operation, response, call.clock.now());
      if (none !== undefined) return { status, body: none };
      return operation.responses.has('404') || operation.responses.has('4XX') ? nobodyHas(parameter) : undefined;
    },
  };
}

function nobodyHas({ in: place, name }: Parameter): Problem {
  return {
    problem: 'not-found',
    message: 'Nobody in this sandbox has this NHS number.',
    faults: [{ in: place, name, pointer: '', keyword: 'exists', message: 'names nobody' }],
  };
}

function nothing({ meaning, of }: ApiPlan, operation: Operation, response: Success['response'], now: number): Json | undefined {
  const media = jsonMedia(response);
  const frame = of(operation).search()?.frame;
  const page: Json | undefined = frame && JSON.parse(emptyPage(frame, new Date(now).toISOString(), () => undefined));
  return page !== undefined && (!media?.schema || meaning.contract.check(media.schema, page).length === 0) ? page : undefined;
}

function valueOf(call: Call, { in: place, name }: Parameter): Json | undefined {
  return place === 'path' ? call.path[name] : place === 'query' ? call.query[name] : place === 'header' ? call.header(name) : undefined;
}

function plain(value: Json): string {
  return bareValue(String(value)).replace(/[ -]/g, '');
}
