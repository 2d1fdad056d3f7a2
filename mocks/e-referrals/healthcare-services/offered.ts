/** A service that patients are referred to: the clinics of hospitals, for appointments, for triage and for advice. */
import type { Clinic } from '../../../src/clinical-record.ts';
import type { Population } from '../../../src/population.ts';
import { specialties as hospitalSpecialties } from '../../../src/world/clinical/hospital/specialties.ts';
import type { Priority } from '../referral/referral.ts';
import { publishedServices } from './published.ts';
import { specialtyOf } from './specialties.ts';

export type RequestFlow = 'APPOINTMENT_REQUEST' | 'TRIAGE_REQUEST' | 'ADVICE_REQUEST';

export interface Service {
  readonly id: string;
  readonly name: string;
  /** ODS code of whoever provides it. */
  readonly organisation: string;
  readonly specialty: string;
  readonly clinicTypes: readonly string[];
  /** What may be asked of it: to be seen, to be looked through first, to be answered. */
  readonly flows: readonly RequestFlow[];
  readonly bookable: 'DIRECTLY_BOOKABLE' | 'INDIRECTLY_BOOKABLE';
  readonly priorities: readonly Priority[];
  readonly letterRequired: boolean;
  /** Whoever is seen there is assessed, and sent on from there. */
  readonly isAssessment?: true;
  /** How many days people wait for it, as far as it says. */
  readonly waitDays: number;
  /** Ages in years, both inclusive, where it does not see everybody. */
  readonly ages?: { readonly from: number; readonly to: number };
  readonly gender?: 'male' | 'female';
  /** SDS user ids of those who see people there. */
  readonly clinicians: readonly string[];
  /** The clinic of the hospital's diary whose slots are its own. */
  readonly clinic?: string;
  /** Of a published one: which of its slots there are. */
  readonly slots?: readonly number[];
}

type Held = { readonly population: Population };

/** An organisation has so many numbers: eight for each clinic. */
const [first, each, forClinic] = [1_000_000, 1_024, 8] as const;
/** In the order of their numbers, of each clinic. */
const sorts = ['direct', 'indirect', 'triage', 'advice'] as const;
type Sort = (typeof sorts)[number];
const titles: Readonly<Record<Sort, string>> = {
  direct: 'Outpatient Clinic',
  indirect: 'Community Clinic',
  triage: 'Triage Service',
  advice: 'Advice and Guidance',
};

const flowOf: Readonly<Record<Sort, RequestFlow>> = {
  direct: 'APPOINTMENT_REQUEST',
  indirect: 'APPOINTMENT_REQUEST',
  triage: 'TRIAGE_REQUEST',
  advice: 'ADVICE_REQUEST',
};

const adults = { from: 16, to: 130 } as const;
const children = { from: 0, to: 16 } as const;

export function serviceOf({ population }: Held, id: string): Service | undefined {
  const published = publishedServices.get(id);
  if (published || !/^\d{7,12}$/.test(id)) return published;
  const number = Number(id) - first;
  const ods = Math.floor(number / each)
    .toString(36)
    .toUpperCase();
  const place = number % each;
  const sort = sorts[place % forClinic];
  const organisation = number < 0 ? undefined : population.organisation(ods);
  const nth = Math.floor(place / forClinic);
  const clinic =
    organisation?.kind !== 'trust' ? undefined : nth < firstOther ? population.diary(ods)?.clinics[nth] : others[nth - firstOther];
  return organisation && clinic && sort ? serviceAt(organisation, clinic, id, sort) : undefined;
}

/** Specialties, for which a hospital has a service though it may have no clinic of its own: their numbers are beyond those of clinics. */
const firstOther = 64;
const others = Object.values(hospitalSpecialties);

function serviceAt(
  organisation: { readonly ods: string; readonly name: string },
  clinic: Pick<Clinic, 'service'> & Partial<Clinic>,
  id: string,
  sort: Sort,
): Service {
  const specialty = specialtyOf(clinic.service.text);
  const isForChildren = specialty.code === 'PAEDIATRICS';
  return {
    id,
    name: `${specialty.display} ${titles[sort]}, ${organisation.name}`,
    organisation: organisation.ods,
    specialty: specialty.code,
    clinicTypes: specialty.clinicTypes,
    flows: [flowOf[sort]],
    bookable: sort === 'direct' ? 'DIRECTLY_BOOKABLE' : 'INDIRECTLY_BOOKABLE',
    // Nobody is asked for advice about what cannot wait.
    priorities: sort === 'advice' ? ['ROUTINE', 'URGENT'] : ['ROUTINE', 'URGENT', 'TWO_WEEK_WAIT'],
    letterRequired: sort === 'triage',
    waitDays: specialty.weeks * 7,
    ages: isForChildren ? children : adults,
    ...(specialty.code === 'GYNAECOLOGY' && { gender: 'female' }),
    clinicians: clinic.practitioner === undefined ? [] : [clinic.practitioner],
    ...(clinic.id !== undefined && { clinic: clinic.id }),
  };
}

/** All that an organisation has. */
export function servicesOf(held: Held, ods: string): readonly Service[] {
  const { population } = held;
  const published = [...publishedServices.values()].filter(({ organisation }) => organisation === ods);
  const organisation = population.organisation(ods);
  const clinics = organisation?.kind === 'trust' ? (population.diary(ods)?.clinics ?? []) : [];
  const own = clinics.flatMap((clinic, n) =>
    sorts.flatMap((sort, m) => (organisation ? [serviceAt(organisation, clinic, numberOf(ods, n, m), sort)] : [])),
  );
  return [...published, ...own];
}

const numberOf = (ods: string, clinic: number, sort: number): string =>
  String(first + Number.parseInt(ods, 36) * each + clinic * forClinic + sort);

/** Those of every hospital, of one specialty where it is said: lazily, by hospital. */
export function* allServices(held: Held): Generator<Service> {
  yield* publishedServices.values();
  for (const { ods } of held.population.organisations('trust'))
    for (const service of servicesOf(held, ods)) if (!publishedServices.has(service.id)) yield service;
}

/** The service of a hospital for a specialty, in the words of the record. */
export function clinicService(held: Held, ods: string, text: string): Service | undefined {
  const clinics = held.population.diary(ods)?.clinics ?? [];
  const n = clinics.findIndex((clinic) => clinic.service.text === text);
  if (n >= 0) return serviceOf(held, numberOf(ods, n, 0));
  const other = others.findIndex(({ service }) => service.text === text);
  return other < 0 ? undefined : serviceOf(held, numberOf(ods, firstOther + other, sorts.indexOf('indirect')));
}

/** Nobody is seen there before somebody has looked at the request. */
export const isTriage = ({ flows }: Service): boolean => !flows.includes('APPOINTMENT_REQUEST') && flows.includes('TRIAGE_REQUEST');
