/** Whom a request names by NHS number, whether the world has them, and which answer suits a number that nobody has. */
import type { Json, Operation, Parameter, SchemaAt } from '../contract/contract.ts';
import type { Call, Problem, Reply } from '../mock.ts';
import type { Population } from '../population.ts';
import { dateOf } from '../fhir/instant.ts';
import { rebind } from './body/rebind.ts';
import type { Success } from '../contract/documented.ts';
import { jsonMedia } from '../contract/documented.ts';
import { emptyPage, planFrame } from '../plan/list/envelope/frame.ts';
import { collectionName } from '../plan/resource/names.ts';
import { type Bound, UNBOUND } from '../meaning/bound.ts';
import { bareValue, isRole } from '../meaning/roles/check-role.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import { studied } from '../meaning/studied-body.ts';
import type { ApiPlan } from '../plan/api-plan.ts';
import { instanceLeaves } from '../meaning/schema/instance-leaves.ts';

export interface PeopleAsked {
  /** True where the parameter names a person and the world has that person. */
  knows(call: Call, parameter: Parameter | undefined, value: string): boolean;
  /** NHS numbers that a body gives as a patient's. */
  numbersIn(body: Json): readonly string[];
  /** A body published under a person's number, told of the person whom the world has under it. */
  retold(call: Call, number: string, body: Json, at?: SchemaAt): Json;
  /** Where a parameter names a person, the contract shows which numbers it knows, and nobody has this one: none of a list, else not found. */
  forNobody(call: Call, success: Success): Reply | Problem | undefined;
}

export function peopleAsked({ meaning, publishedPeople }: ApiPlan): PeopleAsked {
  const namesPatient = (operation: Operation, parameter: Parameter): boolean =>
    meaning.parameterRole(operation, parameter) === 'patient.nhsNumber';
  // A published body goes by one number or two, and is read again and again.
  const lastTold = new WeakMap<object, Told>();

  return {
    knows: (call, parameter, value) =>
      parameter !== undefined && namesPatient(call.operation, parameter) && call.population.find(bareValue(value)) !== undefined,
    numbersIn: (body) =>
      instanceLeaves(meaning, body)
        .filter(({ leaf }) => meaning.roleOf(leaf) === 'patient.nhsNumber')
        .map(({ value }) => plain(value)),
    retold({ population, clock }, number, body, at) {
      const now = clock.now();
      const before = typeof body === 'object' && body !== null ? lastTold.get(body) : undefined;
      if (before?.number === number && before.population === population && before.day === dateOf(now)) return before.told;
      const bound: Bound = { ...UNBOUND, byRole: { 'patient.nhsNumber': number } };
      const told = rebind({ meaning, body: studied(meaning, body, at), bound, population, now, ...(at ? { at } : {}) });
      if (typeof body === 'object' && body !== null) lastTold.set(body, { number, population, day: dateOf(now), told });
      return told;
    },
    forNobody(call, { response, status }) {
      const { operation, population, settings, clock } = call;
      if (population.size === 0 || settings.unknownIds === 'synthesise') return undefined;
      const parameter = operation.parameters.find((each) => {
        const value = valueOf(call, each);
        return value !== undefined && namesPatient(operation, each) && isRole('patient.nhsNumber', value);
      });
      const number = parameter && plain(valueOf(call, parameter) ?? '');
      if (!parameter || number === undefined || population.find(number) || publishedPeople.shows(operation, number)) return undefined;
      // A contract that shows no number to ask for answers for any.
      if (settings.unknownIds === 'infer' && parameter.examples.length === 0) return undefined;
      const none = parameter.in === 'path' ? undefined : nothing(meaning, operation, response, clock.now());
      if (none !== undefined) return { status, body: none };
      return operation.responses.has('404') || operation.responses.has('4XX') ? nobodyHas(parameter) : undefined;
    },
  };
}

interface Told {
  readonly number: string;
  readonly population: Population;
  /** Ages depend on it. */
  readonly day: string;
  readonly told: Json;
}

function nobodyHas({ in: place, name }: Parameter): Problem {
  return {
    problem: 'not-found',
    message: 'Nobody in this sandbox has this NHS number.',
    faults: [{ in: place, name, pointer: '', keyword: 'exists', message: 'names nobody' }],
  };
}

function nothing(meaning: Meaning, operation: Operation, response: Success['response'], now: number): Json | undefined {
  const media = jsonMedia(response);
  const frame = media && planFrame(meaning, media, { name: collectionName(operation.path), certain: false });
  const page: Json | undefined = frame && JSON.parse(emptyPage(frame, new Date(now).toISOString(), () => undefined));
  return page !== undefined && (!media?.schema || meaning.contract.check(media.schema, page).length === 0) ? page : undefined;
}

function valueOf(call: Call, { in: place, name }: Parameter): Json | undefined {
  return place === 'path' ? call.path[name] : place === 'query' ? call.query[name] : place === 'header' ? call.header(name) : undefined;
}

function plain(value: Json): string {
  return bareValue(String(value)).replace(/[ -]/g, '');
}
