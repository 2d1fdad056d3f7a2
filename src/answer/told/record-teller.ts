/** What an API tells of the clinical records of its population, and of the diaries of its organisations: items of its collections in the shape of its contract. */
import type { ClinicalRecord, Entry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { Call } from '../../mock/call.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import type { SuccessPlan } from '../../plan/operation-plan.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { LaidOver } from '../../plan/told/lay-over.ts';
import type { ToldItems } from '../../plan/told/told-items.ts';
import type { ToldWhole } from '../../plan/told/whole.ts';
import { sendsAsPublished } from '../../workspace/settings.ts';
import { secondOf } from '../body/request-values.ts';
import { diaryTeller } from './diary-teller.ts';
import { documentsTold } from './documents.ts';
import { personAsked } from './person-asked.ts';
import { readAs } from './read-as.ts';
import { referredFrom } from './referred-to.ts';
import { slotRefusal } from './slot-refusal.ts';
import { patientOf } from './patient-of.ts';
import { plainTeller } from './plain-teller.ts';
import { entryIdOf, keepWritten, toldId } from './told-ids.ts';
import { tellWhole } from './tell-whole.ts';
import { tellEntry } from './tell-entry.ts';

/** An item that is an entry of somebody's record, or stands in a diary. */
export interface ToldItem {
  readonly id: string;
  readonly text: string;
  body(): Json;
}

/** Where the items of a collection come from, for one request. */
export interface ToldSource {
  /** In words, for the explanation of the exchange. */
  readonly words: string;
  /** Those of what a list asks for. */
  items(list: ToldList): readonly ToldItem[];
  /** Whether all of them are what a parameter asks for, whatever they say of it. */
  isAnswered?(name: string): boolean;
  /** Whoever or whatever it names by a reference. */
  referredTo(reference: string): JsonObject | undefined;
}

export interface ToldList {
  /** How it shows resources; undefined where it shows plain JSON. */
  readonly shown: ToldItems | undefined;
  /** What of a search only an entry can answer. */
  isAsked(entry: Entry): boolean;
}

export interface RecordTeller {
  /** Undefined where the contract alone answers a request for items of this collection. */
  source(call: Call, resource: Resource): ToldSource | undefined;
  /** Whether its items are entries of records, of which each has its own id. */
  hasItems(call: Call, resource: Resource): boolean;
  /** Whether a read names somebody of whom only what is recorded is theirs. The people whom the contract itself shows have what it shows. */
  isOfRecords(call: Call, resource: Resource): boolean;
  /** The item with this id, whoever has it; none of anybody else where the request names somebody. */
  item(call: Call, resource: Resource, id: string): ToldItem | undefined;
  /** The whole record of whom the request is about, where that is what its operation tells. */
  whole(call: Call, told: ToldWhole | undefined, status: number, shown: () => Reply | Problem): Reply | undefined;
  /** Why what is sent cannot be kept: the slot that it books is taken. */
  refusal(call: Call, resource: Resource): Problem | undefined;
  /** What a client has written under an id of a collection, or taken away, is written into the record that it is about. */
  enter(call: Call, resource: Resource, id: string, body: Json | undefined): void;
  /** A document in plain JSON that was made about whom a request names, told of their record. */
  document(call: Call, reply: Reply, success: SuccessPlan): Reply;
}

interface ToldReply extends Reply {
  readonly fits: boolean;
}

const untold: Problem = { problem: 'not-found', message: 'No resource of this type tells of it.' };

export function recordTeller(plan: ApiPlan, personIn: (call: Call) => string | undefined): RecordTeller {
  const { generator, contract } = plan;
  const plain = plainTeller(plan);
  const documents = documentsTold(plan);

  function recordAsked(call: Call): ClinicalRecord | undefined {
    const number = personAsked(plan, call, personIn(call));
    return number === undefined ? undefined : call.population.record(number);
  }

  /** Once for an operation: until the day is over, or somebody writes into a record. */
  function told(
    call: Call,
    { collection }: Resource,
    { type }: ToldItems,
    id: string,
    tell: () => LaidOver | undefined,
  ): ToldItem | undefined {
    const reply = call.cached<ToldReply>(`told ${collection} ${id}`, () => {
      const laid = tell();
      return laid ? { status: 200, body: laid.resource, fits: laid.fits } : untold;
    });
    if (isProblem(reply) || reply.rendered === undefined) return undefined;
    if (!reply.fits) call.note(`What is recorded does not fit the contract's ${type}; it is told as it is.`);
    const text = reply.rendered;
    return { id, text, body: () => JSON.parse(text) };
  }

  const diaries = diaryTeller(generator, told);

  function entryTold(call: Call, resource: Resource, items: ToldItems, of: Entry, record: ClinicalRecord): ToldItem | undefined {
    const id = toldId(contract, resource, of);
    const tell = (): LaidOver | undefined =>
      tellEntry(of, {
        generator,
        population: call.population,
        now: secondOf(call),
        path: resource.path,
        told: items,
        record,
        id,
        bytesAt: (document) => documents.bytesAt(call, document),
        print: documents.print(),
      });
    return told(call, resource, items, id, tell);
  }

  function recordSource(call: Call, resource: Resource, record: ClinicalRecord, items: ToldItems): ToldSource {
    return {
      words: `Told out of the clinical record of ${record.person.nhsNumber}, as of ${record.asOf}.`,
      items({ shown, isAsked }) {
        if (!shown) return [];
        const entries = shown.kinds.flatMap((kind): readonly Entry[] => record.of(kind));
        return entries.filter(isAsked).flatMap((entry) => entryTold(call, resource, shown, entry, record) ?? []);
      },
      referredTo: (reference) => referredFrom(reference, record, { ...items, population: call.population }),
    };
  }

  function findSource(call: Call, resource: Resource): ToldSource | undefined {
    if (sendsAsPublished(call.settings)) return undefined;
    const items = resource.told();
    if (!items) {
      const about = resource.plain() && recordAsked(call);
      return about && plain.source(call, resource, about);
    }
    const record = recordAsked(call);
    if (items.kinds.length > 0) return record && recordSource(call, resource, record, items);
    return diaries.source(call, resource, items, record?.person);
  }

  function hasItems({ population, settings }: Call, resource: Resource): boolean {
    if (population.size === 0 || sendsAsPublished(settings)) return false;
    const items = resource.told();
    return items ? items.kinds.length > 0 : resource.plain()?.item() !== undefined;
  }

  return {
    source: findSource,
    hasItems,
    isOfRecords(call, resource) {
      if (call.operation.method !== 'get' || !hasItems(call, resource)) return false;
      const number = personAsked(plan, call, personIn(call));
      return number !== undefined && call.population.find(number) !== undefined && !plan.publishedPeople.shows(call.operation, number);
    },
    item(call, resource, id) {
      const items = sendsAsPublished(call.settings) ? undefined : resource.told();
      if (items?.type === 'Slot') return diaries.slot(call, resource, items, id);
      if (!items && (sendsAsPublished(call.settings) || !resource.plain())) return undefined;
      const found = call.population.entry(entryIdOf(resource, id));
      if (!found || (items && !items.kinds.includes(found.entry.kind))) return undefined;
      const number = personAsked(plan, call, personIn(call));
      if (number !== undefined && number !== found.nhsNumber) return undefined;
      const record = call.population.record(found.nhsNumber);
      if (!record) return undefined;
      return items ? entryTold(call, resource, items, found.entry, record) : plain.item(call, resource, found.entry, record);
    },
    whole(call, whole, status, shown) {
      const record = whole && !sendsAsPublished(call.settings) ? recordAsked(call) : undefined;
      return whole && record && tellWhole(plan, whole, call, { record, status, shown });
    },
    refusal(call, resource) {
      if (resource.told()?.type !== 'Appointment' || !isObject(call.body)) return undefined;
      return slotRefusal(call, call.body);
    },
    enter(call, resource, id, body) {
      const items = resource.told();
      if (!items && !resource.plain()) return;
      const own = entryIdOf(resource, id);
      const before = call.population.entry(own);
      const number = items && isObject(body) ? patientOf(body) : body === undefined ? undefined : personAsked(plan, call, personIn(call));
      const person = call.population.find(number ?? '');
      const read = (sent: JsonObject): Entry | undefined =>
        items
          ? readAs(sent, call, { id: own, before: before?.entry })
          : plain.read(resource, sent, { id: own, recorded: call.population.asOf });
      const entry = person && isObject(body) ? read(body) : undefined;
      if (person && entry) {
        call.enter({ nhsNumber: person.nhsNumber, id: own, entry });
        keepWritten(call.store, resource, own);
        call.note(`Written into the clinical record of ${person.nhsNumber}, which every API tells.`);
      } else if (before && body === undefined) call.enter({ nhsNumber: before.nhsNumber, id: own, entry: undefined });
    },
    document(call, reply, { media }) {
      if (sendsAsPublished(call.settings) || !media || reply.binary) return reply;
      const number = personAsked(plan, call, personIn(call));
      const record =
        number === undefined || plan.publishedPeople.shows(call.operation, number) ? undefined : call.population.record(number);
      const value = record && (reply.body ?? (reply.rendered === undefined ? undefined : JSON.parse(reply.rendered)));
      const body = record && value !== undefined ? plain.document(call, value, media.schema, record) : undefined;
      if (!record || body === undefined) return reply;
      call.note(`Told out of the clinical record of ${record.person.nhsNumber}, as of ${record.asOf}.`);
      const { rendered: _, ...rest } = reply;
      return { ...rest, body };
    },
  };
}
