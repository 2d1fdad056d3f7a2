/** Repeat prescriptions for long-term conditions, every four weeks for as long as records are kept here, and short courses. */
import type { LifeEvent } from '../../population.ts';
import { year } from '../calendar.ts';
import { field } from '../fields.ts';
import { conditions, onset } from './conditions.ts';
import { placedAt, type Happening, type Life } from './life.ts';

const dictionary = 'http://snomed.info/sct';

/** What is dispensed. Codes are of dm+d, and only those that official examples print. */
const medicines: Readonly<Record<string, { readonly words: string; readonly code?: string }>> = {
  amlodipine: { words: 'Amlodipine 5mg tablets' },
  ramipril: { words: 'Ramipril 5mg capsules' },
  salbutamol: { words: 'Salbutamol 100micrograms/dose inhaler CFC free', code: '39113611000001102' },
  metformin: { words: 'Metformin 500mg tablets' },
  sertraline: { words: 'Sertraline 50mg tablets' },
  aspirin: { words: 'Aspirin 75mg dispersible tablets', code: '319773006' },
  atorvastatin: { words: 'Atorvastatin 20mg tablets' },
  bisoprolol: { words: 'Bisoprolol 2.5mg tablets' },
  levothyroxine: { words: 'Levothyroxine sodium 50microgram tablets' },
  omeprazole: { words: 'Omeprazole 20mg gastro-resistant capsules' },
  amoxicillin: { words: 'Amoxicillin 250mg capsules', code: '39732311000001104' },
};

const issueDays = 28;
const jitter = 4;
/** At most three medicines and two years of issues, so that a life keeps within a hundred or so events. */
const mostMedicines = 3;
const keptDays = 2 * 365;
const yearsOfCourses = 5;

export function prescriptions(life: Life): readonly Happening[] {
  return [...repeats(life), ...courses(life)];
}

function repeats(life: Life): readonly Happening[] {
  const since = new Map<string, number>();
  for (const condition of conditions) {
    const day = onset(life, condition);
    if (day === undefined) continue;
    for (const medicine of condition.medicines) since.set(medicine, Math.min(day, since.get(medicine) ?? day));
  }
  return [...since].slice(0, mostMedicines).flatMap(([medicine, start]) => {
    const issues: Happening[] = [];
    const first = Math.max(0, Math.ceil((life.end - keptDays - start) / issueDays));
    for (let n = first; start + n * issueDays + jitter <= life.end; n += 1) {
      const day = start + n * issueDays + Math.floor(life.chance(field.issueDay, n + 1) * jitter);
      const issue = issueOf(life, day, medicine, 'Repeat prescription');
      if (issue !== undefined) issues.push(issue);
    }
    return issues;
  });
}

function courses(life: Life): readonly Happening[] {
  const found: Happening[] = [];
  for (let n = 1; n <= yearsOfCourses; n += 1) {
    const day = life.end - Math.floor((n - life.chance(field.issueDay, 1000 + n)) * year);
    const age = life.age(day);
    const rate = age < 5 || age >= 75 ? 0.3 : 0.14;
    if (age < 1 || life.chance(field.prescription, n) >= rate) continue;
    const course = issueOf(life, day, 'amoxicillin', 'Short course');
    if (course !== undefined) found.push(course);
  }
  return found;
}

/** Only a practice prescribes here: nothing while nobody is registered. */
function issueOf(life: Life, day: number, medicine: string, what: string): Happening | undefined {
  const practice = life.practiceOn(day);
  const product = medicines[medicine];
  if (practice === undefined || product === undefined) return undefined;
  const { words, code } = product;
  const coded: Pick<LifeEvent, 'code'> = code === undefined ? {} : { code: { system: dictionary, code, display: words } };
  return {
    kind: 'prescription',
    day,
    summary: `${what}: ${words}`,
    ...coded,
    ...placedAt(practice, life.someoneAt(practice, field.prescriber)),
  };
}
