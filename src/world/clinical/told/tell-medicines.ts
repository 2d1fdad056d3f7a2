/** What somebody is told to take, and the prescriptions that follow: every four weeks since it began, of the last two years. */
import type { IssueEntry, MedicationEntry } from '../../../clinical-record.ts';
import { anniversary, ageOn, dayOf, isoDate } from '../../calendar.ts';
import { forms } from '../medicines/forms.ts';
import { type PlaceOnDay, prescriptionsByDay, shortIdOf } from '../medicines/prescription-ids.ts';
import { type HistoryTelling, endedIn, headOfTold } from './history-telling.ts';
import { illnessCalled, medicineCalled, worded } from './looked-up.ts';
import type { ToldMedicine, ToldPrescription } from './told-history.ts';

const days = 28;
const toldFor = 730;
/** Of the ordinal of a prescription, those that say which of its medicine it is. */
const numberBits = 9;

export const tellMedicines = (telling: HistoryTelling): readonly MedicationEntry[] => listed(telling).map(({ medication }) => medication);

/** A medicine, and the prescription that it was told with. */
interface Listed {
  /** Its place in all that is told, whichever day it is. */
  readonly n: number;
  readonly medication: MedicationEntry;
  readonly on?: ToldPrescription;
  readonly item?: ToldPrescription['items'][number];
}

function listed(telling: HistoryTelling): readonly Listed[] {
  const { medicines = [], prescriptions = [] } = telling.history;
  const taken = medicines.map((told, n): Listed => {
    const medication = tellMedicine(telling, typeof told === 'string' ? { medicine: told } : told, n);
    return { n, medication };
  });
  const items = prescriptions.flatMap((on) => on.items.map((item) => ({ on, item })));
  const prescribed = items.flatMap(({ on, item }, place): Listed[] => {
    if (on.on > telling.asOf) return [];
    const n = medicines.length + place;
    const until = isoDate(dayOf(on.on) + days);
    const told = { medicine: item.medicine, since: on.on, until, course: on.course ?? 'acute' } as const;
    return [{ n, medication: tellMedicine(telling, told, n), on, item }];
  });
  return [...taken, ...prescribed];
}

function tellMedicine(telling: HistoryTelling, told: ToldMedicine, n: number): MedicationEntry {
  const { person, asOf } = telling;
  const { medicine, code, dose, since = person.birthDate, until, course = 'repeat' } = told;
  const known = medicineCalled(medicine);
  const form = known ?? formIn(medicine);
  const cause = (telling.history.conditions ?? []).findIndex((each) => isFor(told, typeof each === 'string' ? each : each.condition));
  const isGoingOn = until === undefined || until > asOf;
  return {
    ...headOfTold(telling, 'medication', n, since),
    sort: known?.sort ?? medicine.toLowerCase(),
    medicine: worded(medicine, known?.what, code),
    form: form.form,
    course,
    dose: dose ?? known?.dose.text ?? 'As directed',
    ...(form.route && { route: form.route }),
    quantity: { value: quantityOf(known?.dose), unit: form.unit },
    days,
    start: since,
    ...endedIn(telling, until),
    for: cause < 0 ? [] : [telling.idOf('condition', cause)],
    ...(course === 'repeat' && isGoingOn && { review: nextReview(since, asOf) }),
  };
}

function isFor({ for: cause }: ToldMedicine, condition: string): boolean {
  if (cause === undefined) return false;
  const sort = illnessCalled(cause)?.sort;
  return cause === condition || (sort !== undefined && sort === illnessCalled(condition)?.sort);
}

const allForms = Object.values(forms);

/** By its name in the words of a product. */
function formIn(text: string) {
  const words = text.toLowerCase();
  const found = allForms.findLast(({ name }) => words.includes(name.toLowerCase()));
  return found ? { ...found, form: found.name } : { form: 'Not stated', unit: 'pack', route: undefined };
}

function quantityOf(dose: { readonly perDay: number; readonly pack?: number } | undefined): number {
  if (dose === undefined) return 1;
  const used = Math.ceil(dose.perDay * days - 0.001);
  return dose.pack === undefined ? Math.max(1, used) : dose.pack * Math.max(1, Math.ceil(used / dose.pack));
}

/** Repeats are looked at again every year. */
function nextReview(since: string, asOf: string): string {
  const [start, today] = [dayOf(since), dayOf(asOf)];
  return isoDate(anniversary(start, Math.max(0, ageOn(start, today)) + 1));
}

export function tellPrescriptions(telling: HistoryTelling): readonly IssueEntry[] {
  const { person, asOf } = telling;
  const today = dayOf(asOf);
  const placeOn = prescriptionsByDay();
  return listed(telling).flatMap(({ medication, n, on, item }) => {
    if (on && item) return [toldOf(telling, on, item, { medication, n, place: placeOn(dayOf(on.on), `told ${on.course} ${on.issues}`) })];
    const { id, medicine, dose, quantity, course, start, end } = medication;
    const begun = dayOf(start);
    const until = Math.min(today, dayOf(end ?? person.death?.date ?? asOf));
    const first = Math.max(0, Math.ceil((today - toldFor - begun) / days));
    const last = course === 'acute' ? 0 : Math.floor((until - begun) / days);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, count): IssueEntry => {
      const number = first + count;
      const day = begun + number * days;
      const begins = headOfTold(telling, 'issue', (n << numberBits) | (number % (1 << numberBits)), isoDate(day));
      return {
        ...begins,
        medication: id,
        medicine,
        dose,
        quantity,
        days,
        course,
        number: number + 1,
        status: day + pickedUp <= today ? 'collected' : 'prescribed',
        ...(person.pharmacy !== undefined && { pharmacy: person.pharmacy }),
        ...(day + pickedUp <= today && { dispensed: isoDate(day + pickedUp) }),
        prescription: shortIdOf(0, person.nhsNumber, placeOn(day, course), begins.organisation),
      };
    });
  });
}

function toldOf(
  telling: HistoryTelling,
  { id, on, issues, pharmacy = telling.person.pharmacy }: ToldPrescription,
  { status, isPartial, dispensed }: ToldPrescription['items'][number],
  { medication: { id: medication, medicine, dose, quantity, course }, n, place }: Listed & { readonly place: PlaceOnDay },
): IssueEntry {
  const head = headOfTold(telling, 'issue', n << numberBits, on);
  return {
    ...head,
    medication,
    medicine,
    dose,
    quantity,
    days,
    course,
    number: 1,
    ...(issues !== undefined && { of: issues }),
    status,
    ...(isPartial && { isPartial }),
    ...(pharmacy !== undefined && pharmacy !== 'none' && { pharmacy }),
    ...(status === 'collected' && { dispensed: dispensed ?? on }),
    prescription: id ?? shortIdOf(0, telling.person.nhsNumber, place, head.organisation),
  };
}

/** Days after it was prescribed. */
const pickedUp = 2;
