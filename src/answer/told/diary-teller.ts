/** Diaries of organisations, as items of an API's collections. */
import type { Slot } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import type { Generator } from '../../making/generate.ts';
import type { Call } from '../../mock/call.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import { layOver, type LaidOver } from '../../plan/told/lay-over.ts';
import type { ToldItems } from '../../plan/told/told-items.ts';
import type { Person } from '../../population.ts';
import { readRequest } from '../state/list/list-request.ts';
import { daysAsked, diaryAsked } from './diary-asked.ts';
import type { ToldItem, ToldSource } from './record-teller.ts';
import { referredInDiary, tellSchedules, tellSlot, type TellDiary } from './tell-slot.ts';

/** Makes an item once, under its id. */
type Tell = (call: Call, resource: Resource, items: ToldItems, id: string, tell: () => LaidOver | undefined) => ToldItem | undefined;

export interface DiaryTeller {
  /** The diary that a request is about; of the practice of a person, where it names no other. */
  source(call: Call, resource: Resource, items: ToldItems, person: Person | undefined): ToldSource | undefined;
  slot(call: Call, resource: Resource, items: ToldItems, id: string): ToldItem | undefined;
}

export function diaryTeller(generator: Generator, told: Tell): DiaryTeller {
  function slotTold(call: Call, resource: Resource, shown: ToldItems, slot: Slot, telling: TellDiary): ToldItem | undefined {
    const tell = (): LaidOver | undefined => {
      const written = tellSlot(slot, telling);
      return written && laid(resource, shown, written);
    };
    return told(call, resource, shown, slot.id, tell);
  }

  const laid = ({ path }: Resource, items: ToldItems, resource: JsonObject): LaidOver | undefined =>
    layOver(generator, path, items, { resource, model: () => items.example });

  return {
    source(call, resource, { version }, person) {
      const diary = diaryAsked(call, resource, person);
      if (!diary) return undefined;
      const days = daysAsked(call);
      const telling = { diary, days, version, population: call.population };
      const { values } = readRequest(call);
      const onlyFree = String(values['status']) === 'free';
      return {
        words: `Told out of the diary of ${diary.organisation} from ${days.from} to ${days.to}.`,
        isAnswered: (name) => {
          const text = String(values[name] ?? '').toUpperCase();
          return text.endsWith(diary.organisation);
        },
        items({ shown }) {
          if (!shown) return [];
          if (shown.type === 'Schedule')
            return tellSchedules(telling).flatMap(
              (schedule) => told(call, resource, shown, String(schedule['id']), () => laid(resource, shown, schedule)) ?? [],
            );
          const slots = [...diary.slots(days.from, days.to)].filter(({ isFree }) => isFree || !onlyFree);
          return slots.flatMap((slot) => slotTold(call, resource, shown, slot, telling) ?? []);
        },
        referredTo(reference) {
          const [, type = '', id = ''] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#|]+)$/.exec(reference) ?? [];
          return referredInDiary(type, id, telling);
        },
      };
    },
    slot(call, resource, items, id) {
      const { population } = call;
      const slot = population.slot(id);
      const diary = slot && population.diary(slot.organisation);
      if (!diary) return undefined;
      const telling = { diary, days: { from: slot.on, to: slot.on }, version: items.version, population };
      return slotTold(call, resource, items, slot, telling);
    },
  };
}
