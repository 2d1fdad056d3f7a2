/** A diary as resources: its slots, whose they are, and what a search for them may ask to have beside them. */
import type { Diary, Slot } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { referById, type FhirVersion, type WritingPlaces } from '../../fhir/clinical/about.ts';
import { writeLocation, writeOrganization, writePractitioner } from '../../fhir/clinical/context.ts';
import { writeHealthcareService, writeSchedule, writeSlot } from '../../fhir/clinical/diary.ts';
import type { Population } from '../../population.ts';
import type { DaysAsked } from './diary-asked.ts';

export interface TellDiary {
  readonly diary: Diary;
  readonly days: DaysAsked;
  readonly version: FhirVersion;
  readonly population: Population;
}

/** No resource of a diary says a word of a patient. */
function writingOf({ diary, version, population }: TellDiary): WritingPlaces {
  return {
    version,
    about: {
      organisation: (ods) => population.organisation(ods),
      practitioner: (sdsUserId) => population.practitioners(diary.organisation).find((one) => one.sdsUserId === sdsUserId),
      refer: referById,
    },
  };
}

export function tellSlot(slot: Slot, telling: TellDiary): JsonObject | undefined {
  const clinic = telling.diary.clinics.find(({ id }) => id === slot.clinic);
  return clinic && writeSlot(slot, clinic, writingOf(telling));
}

export function tellSchedules(telling: TellDiary): readonly JsonObject[] {
  const { diary, days } = telling;
  return diary.clinics.map((clinic) => writeSchedule(clinic, { organisation: diary.organisation, ...days }, writingOf(telling)));
}

/** What its resources refer to. */
export function referredInDiary(type: string, id: string, telling: TellDiary): JsonObject | undefined {
  const { diary, days, population, version } = telling;
  const { organisation } = diary;
  const writing = writingOf(telling);
  switch (type) {
    case 'Schedule':
    case 'HealthcareService': {
      const clinic = diary.clinics.find((one) => one.id === id);
      if (!clinic) return undefined;
      return type === 'Schedule'
        ? writeSchedule(clinic, { organisation, ...days }, writing)
        : writeHealthcareService(clinic, organisation, writing);
    }
    case 'Practitioner': {
      const who = population.practitioners(organisation).find(({ sdsUserId }) => sdsUserId === id);
      return who && writePractitioner(who, { version });
    }
    case 'Location':
    case 'Organization': {
      const place = population.organisation(id);
      return place && (type === 'Location' ? writeLocation(place, writing) : writeOrganization(place, writing));
    }
    default:
      return undefined;
  }
}
