/** Which services fit what somebody searches for, and how far away and how long a wait each is. */
import type { Point } from '../../../src/organisation-register.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Criteria } from '../bodies/criteria.ts';
import { publishedServices } from './published.ts';
import { allServices, type RequestFlow, type Service } from './offered.ts';

interface Asked {
  readonly nhsNumber: string;
  readonly flows: readonly RequestFlow[];
}

export function fits(call: AnyCall, service: Service, criteria: Criteria, { nhsNumber, flows }: Asked): boolean {
  const { specialty, clinicType, namedClinician, organisation, waitLimit, distanceLimit, priority, isForPatient } = criteria;
  return (
    service.flows.some((flow) => flows.includes(flow)) &&
    service.priorities.includes(priority) &&
    (specialty === undefined || service.specialty === specialty) &&
    (clinicType === undefined || service.clinicTypes.includes(clinicType)) &&
    (namedClinician === undefined || service.clinicians.includes(namedClinician)) &&
    (organisation === undefined || service.organisation === organisation.toUpperCase()) &&
    (waitLimit === undefined || service.waitDays <= waitLimit) &&
    (!isForPatient || sees(call, service, nhsNumber)) &&
    (distanceLimit === undefined || (distanceTo(call, service, from(call, criteria, nhsNumber)) ?? 0) <= distanceLimit)
  );
}

function sees({ population, clock }: AnyCall, { ages, gender }: Service, nhsNumber: string): boolean {
  const person = population.find(nhsNumber);
  if (!person) return false;
  const now = new Date(clock.now()).toISOString().slice(0, 10);
  const age = Number(now.slice(0, 4)) - Number(person.birthDate.slice(0, 4)) - (now.slice(5) < person.birthDate.slice(5) ? 1 : 0);
  const isOfGender = gender === undefined || person.gender === gender || !['male', 'female'].includes(person.gender);
  return isOfGender && (ages === undefined || (age >= ages.from && age <= ages.to));
}

/** From the postcode that is searched by, or from the patient's home. */
function from({ population }: AnyCall, { postcode }: Criteria, nhsNumber: string): Point | undefined {
  const home = population.find(nhsNumber)?.addresses.find(({ use, period }) => use === 'home' && period?.end === undefined)?.postcode;
  const searched = postcode ?? home;
  return searched === undefined ? undefined : population.register.point(searched.toUpperCase());
}

const milesOfDegree = 69;

/** Whole miles as the crow flies; undefined where one of the ends is unknown. The published services are next door to everybody. */
function distanceTo({ population }: AnyCall, { id, organisation }: Service, point: Point | undefined): number | undefined {
  if (publishedServices.has(id)) return 0;
  const postcode = population.organisation(organisation)?.address.postcode;
  const there = postcode === undefined ? undefined : population.register.point(postcode);
  if (!point || !there) return undefined;
  const east = (there.longitude - point.longitude) * Math.cos((point.latitude * Math.PI) / 180);
  return Math.round(Math.hypot(there.latitude - point.latitude, east) * milesOfDegree);
}

export interface FoundService {
  readonly service: Service;
  readonly distance?: number;
}

/** More than anybody looks through. */
const most = 100;

export function findServices(call: AnyCall, criteria: Criteria, asked: Asked, sortBy: string): readonly FoundService[] {
  const here = from(call, criteria, asked.nhsNumber);
  const found: FoundService[] = [];
  for (const service of allServices(call)) {
    if (!fits(call, service, criteria, asked)) continue;
    const distance = distanceTo(call, service, here);
    found.push({ service, ...(distance !== undefined && { distance }) });
  }
  const far = Number.MAX_SAFE_INTEGER;
  const keyOf = ({ service, distance }: FoundService): number => (sortBy === 'IWT' ? service.waitDays : (distance ?? far));
  return found.toSorted((a, b) => keyOf(a) - keyOf(b)).slice(0, most);
}
