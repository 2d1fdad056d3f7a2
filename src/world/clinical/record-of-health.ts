/** A life as its record: every kind of entry from its generator, and told as of a day. */
import { allergiesOf } from './allergies/allergies.ts';
import { toldAllergies } from './allergies/told-allergies.ts';
import type { Entries, EntryKind } from '../../clinical-record.ts';
import { appointmentEntries } from './appointments.ts';
import { careOf } from './care/care.ts';
import { tellFlags, tellPlans } from './care/tell-care.ts';
import { conditionsOfLife } from './conditions/conditions.ts';
import { tellConditions } from './conditions/tell-conditions.ts';
import { contactsOf } from './contacts/contacts.ts';
import { tellEncounters } from './contacts/tell-encounters.ts';
import { documentEntries } from './documents/documents.ts';
import { hospitalCare } from './hospital/hospital-care.ts';
import { referralEntries } from './hospital/told-referrals.ts';
import { admissionEntries, procedureEntries } from './hospital/told-stays.ts';
import type { Life } from './life.ts';
import { lifestyleOf } from './lifestyle/lifestyle.ts';
import type {
  Care,
  Contacts,
  Lifestyle,
  HospitalCare,
  Health,
  LivedAllergy,
  LivedCondition,
  LivedCourse,
  LivedPregnancy,
} from './health.ts';
import type { LivedVaccination, Results } from './health.ts';
import { resultsOf } from './investigations/results.ts';
import { tellReports } from './investigations/tell-reports.ts';
import { tellObservations } from './observations/tell-observations.ts';
import { coursesOfLife } from './medicines/courses.ts';
import { toldIssues } from './medicines/told-issues.ts';
import { toldMedications } from './medicines/told-medications.ts';
import { pregnanciesOf } from './pregnancies/pregnancies.ts';
import { tellPregnancies } from './pregnancies/tell-pregnancies.ts';
import type { RecordTelling } from './telling.ts';
import { tellVaccinations } from './vaccinations/tell-vaccinations.ts';
import { vaccinationsOf } from './vaccinations/vaccinations.ts';

interface Generators {
  lifestyle(life: Life): Lifestyle;
  pregnancies(health: Health): readonly LivedPregnancy[];
  conditions(health: Health): readonly LivedCondition[];
  allergies(health: Health): readonly LivedAllergy[];
  hospital(health: Health): HospitalCare;
  courses(health: Health): readonly LivedCourse[];
  vaccinations(health: Health): readonly LivedVaccination[];
  results(health: Health): Results;
  contacts(health: Health): Contacts;
  care(health: Health): Care;
}

/** Each is given the whole life and may read what stands above it. */
const generators: Generators = {
  lifestyle: lifestyleOf,
  pregnancies: pregnanciesOf,
  conditions: conditionsOfLife,
  allergies: allergiesOf,
  hospital: hospitalCare,
  courses: coursesOfLife,
  vaccinations: vaccinationsOf,
  results: resultsOf,
  contacts: contactsOf,
  care: careOf,
};

/** Everything is made when it is first asked for. */
export function healthOf(life: Life): Health {
  const made: Partial<{ -readonly [Part in keyof Health]: Health[Part] }> = {};
  const health: Health = {
    life,
    get lifestyle() {
      return (made.lifestyle ??= generators.lifestyle(life));
    },
    get pregnancies() {
      return (made.pregnancies ??= generators.pregnancies(health));
    },
    get conditions() {
      return (made.conditions ??= generators.conditions(health));
    },
    get allergies() {
      return (made.allergies ??= generators.allergies(health));
    },
    get hospital() {
      return (made.hospital ??= generators.hospital(health));
    },
    get courses() {
      return (made.courses ??= generators.courses(health));
    },
    get vaccinations() {
      return (made.vaccinations ??= generators.vaccinations(health));
    },
    get results() {
      return (made.results ??= generators.results(health));
    },
    get contacts() {
      return (made.contacts ??= generators.contacts(health));
    },
    get care() {
      return (made.care ??= generators.care(health));
    },
  };
  return health;
}

/** For each kind, its entries as of the day that is told, in the order in which they were recorded. */
export const tellers: { readonly [Kind in EntryKind]: (telling: RecordTelling) => readonly Entries[Kind][] } = {
  condition: tellConditions,
  medication: toldMedications,
  issue: toldIssues,
  allergy: toldAllergies,
  vaccination: tellVaccinations,
  observation: tellObservations,
  report: tellReports,
  procedure: procedureEntries,
  encounter: tellEncounters,
  referral: referralEntries,
  appointment: appointmentEntries,
  admission: admissionEntries,
  document: documentEntries,
  pregnancy: tellPregnancies,
  'care-plan': tellPlans,
  flag: tellFlags,
};
