/** Clinical records in plain JSON: items of collections, whole documents, and what clients write. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { AboutEntry } from '../../making/record/facets.ts';
import { tellPlainItem } from '../../making/record/plain-item.ts';
import { readPlainItem } from '../../making/record/read-plain-item.ts';
import { retellPlain } from '../../making/record/retell-plain.ts';
import { collectionName } from '../../plan/resource/names.ts';
import type { Call } from '../../mock/call.ts';
import { isProblem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { PlainItems } from '../../plan/told/plain-items.ts';
import type { Population } from '../../population.ts';
import type { ToldItem, ToldSource } from './record-teller.ts';

export interface PlainTeller {
  source(call: Call, resource: Resource, record: ClinicalRecord): ToldSource | undefined;
  item(call: Call, resource: Resource, entry: Entry, record: ClinicalRecord): ToldItem | undefined;
  /** A document that was made about somebody, told of their record; undefined where nothing in it is a record's. */
  document(call: Call, value: Json, at: SchemaAt | undefined, record: ClinicalRecord): Json | undefined;
  /** What a client sent as an item of the collection. */
  read(resource: Resource, body: Json, received: { readonly id: string; readonly recorded: string }): Entry | undefined;
}

export function plainTeller({ meaning }: ApiPlan): PlainTeller {
  function told(call: Call, { collection }: Resource, items: PlainItems, entry: Entry, record: ClinicalRecord): ToldItem | undefined {
    const reply = call.cached<Reply>(`plain ${collection} ${entry.id}`, () => {
      const item = items.item();
      return item
        ? { status: 200, body: tellPlainItem(meaning, item, entry, aboutIn(call.population, record)) }
        : { problem: 'not-found', message: 'Nothing here tells of it.' };
    });
    if (isProblem(reply) || reply.rendered === undefined) return undefined;
    const text = reply.rendered;
    return { id: entry.id, text, body: () => JSON.parse(text) };
  }

  return {
    source(call, resource, record) {
      const items = resource.plain();
      if (!items?.item()) return undefined;
      return {
        words: `Told out of the clinical record of ${record.person.nhsNumber}, as of ${record.asOf}.`,
        items: ({ isAsked }) =>
          items.named
            .of(record)
            .filter(isAsked)
            .flatMap((entry) => told(call, resource, items, entry, record) ?? []),
        referredTo: () => undefined,
      };
    },
    item(call, resource, entry, record) {
      const items = resource.plain();
      return items && items.named.kind === entry.kind ? told(call, resource, items, entry, record) : undefined;
    },
    document(call, value, at, record) {
      if (isObject(value) && value['resourceType'] !== undefined) return undefined;
      return retellPlain({ meaning, record, about: aboutIn(call.population, record) }, value, at, collectionName(call.operation.path));
    },
    read(resource, body, received) {
      const items = resource.plain();
      return items && readPlainItem(meaning, items.named.kind, body, received);
    },
  };
}

const aboutIn = (population: Population, { person }: ClinicalRecord): AboutEntry => ({
  person,
  organisation: (ods) => population.organisation(ods),
  practitioners: (ods) => population.practitioners(ods),
});
