/** What an API tells of the clinical records of its population: items of its collections, each an entry in the shape of its contract. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { Json } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { ToldItems } from '../../plan/told/told-items.ts';
import { sendsAsPublished } from '../../workspace/settings.ts';
import { secondOf } from '../body/request-values.ts';
import { personAsked } from './person-asked.ts';
import { referredFrom } from './referred-to.ts';
import { readAs } from './read-as.ts';
import { subjectOf } from './subject-of.ts';
import { tellEntry } from './tell-entry.ts';

/** An item that is an entry of somebody's record. */
export interface ToldItem {
  readonly id: string;
  readonly text: string;
  body(): Json;
}

export interface ToldList {
  /** How it shows them. */
  readonly shown: ToldItems;
  /** What of a search only an entry can answer. */
  isAsked(entry: Entry): boolean;
}

export interface RecordTeller {
  /** The record that a request for items of this collection is about; undefined where the contract alone answers. */
  recordAsked(call: Call, resource: Resource): ClinicalRecord | undefined;
  /** Those that the record has of what a list asks for. */
  items(call: Call, resource: Resource, record: ClinicalRecord, list: ToldList): readonly ToldItem[];
  /** The one with this id, whoever has it; none of anybody else where the request names somebody. */
  item(call: Call, resource: Resource, id: string): ToldItem | undefined;
  /** Whoever or whatever a record of the population names by a reference, where the request is about one. */
  referredTo(call: Call, resource: Resource, reference: string): Pick<ToldItem, 'text' | 'body'> | undefined;
  /** What a client has written under an id of a collection, or taken away, is written into the record that it is about. */
  enter(call: Call, resource: Resource, id: string, body: Json | undefined): void;
}

interface ToldReply extends Reply {
  readonly fits: boolean;
}

const untold: Problem = { problem: 'not-found', message: 'No resource of this type tells of the entry.' };

export function recordTeller(plan: ApiPlan, personIn: (call: Call) => string | undefined): RecordTeller {
  const { generator } = plan;

  function recordAsked(call: Call, resource: Resource): ClinicalRecord | undefined {
    if (sendsAsPublished(call.settings) || !resource.told()) return undefined;
    const number = personAsked(plan, call, personIn(call));
    return number === undefined ? undefined : call.population.record(number);
  }

  function told(call: Call, { path, collection }: Resource, { fhir }: ToldItems, of: Entry, record: ClinicalRecord): ToldItem | undefined {
    const reply = call.cached<ToldReply>(`told ${collection} ${of.id}`, () => {
      const laid = tellEntry(of, { generator, population: call.population, now: secondOf(call), path, told: fhir, record });
      return laid ? { status: 200, body: laid.resource, fits: laid.fits } : untold;
    });
    if (isProblem(reply) || reply.rendered === undefined) return undefined;
    if (!reply.fits) call.note(`What the record says does not fit the contract's ${fhir.type}; it is told as it is.`);
    const text = reply.rendered;
    return { id: of.id, text, body: () => JSON.parse(text) };
  }

  return {
    recordAsked,
    items(call, resource, record, { shown, isAsked }) {
      const entries = shown.fhir.kinds.flatMap((kind): readonly Entry[] => record.of(kind));
      return entries.filter(isAsked).flatMap((entry) => told(call, resource, shown, entry, record) ?? []);
    },
    item(call, resource, id) {
      const items = resource.told();
      if (!items || sendsAsPublished(call.settings)) return undefined;
      const found = call.population.entry(id);
      if (!found || !items.fhir.kinds.includes(found.entry.kind)) return undefined;
      const number = personAsked(plan, call, personIn(call));
      if (number !== undefined && number !== found.nhsNumber) return undefined;
      const record = call.population.record(found.nhsNumber);
      return record && told(call, resource, items, found.entry, record);
    },
    referredTo(call, resource, reference) {
      const items = resource.told();
      const record = items && recordAsked(call, resource);
      const body = record && referredFrom(reference, record, { ...items.fhir, population: call.population });
      return body && { text: JSON.stringify(body), body: () => body };
    },
    enter(call, resource, id, body) {
      const items = resource.told();
      if (!items) return;
      const before = call.population.entry(id);
      if (body === undefined) {
        if (before) call.enter({ nhsNumber: before.nhsNumber, id, entry: undefined });
        return;
      }
      const person = isObject(body) ? call.population.find(subjectOf(body) ?? '') : undefined;
      const entry = person && isObject(body) ? readAs(body, call, { id, before: before?.entry }) : undefined;
      if (!person || !entry) return;
      call.enter({ nhsNumber: person.nhsNumber, id, entry });
      call.note(`Written into the clinical record of ${person.nhsNumber}, which every API tells.`);
    },
  };
}
