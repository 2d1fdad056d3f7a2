/** What somebody is told to have and to have had: conditions, reactions, vaccinations, results, pregnancies. */
import type {
  AllergyEntry,
  ConditionEntry,
  FlagEntry,
  ObservationEntry,
  PregnancyEntry,
  VaccinationEntry,
} from '../../../clinical-record.ts';
import { dayOf, isoDate } from '../../calendar.ts';
import { asWord } from '../../fold.ts';
import { uncoded } from '../coded.ts';
import { bloodPressureParts, observationRows } from '../observations/sorts.ts';
import { type HistoryTelling, endedIn, headOfTold } from './history-telling.ts';
import { illnessCalled, resultCalled, substanceCalled, vaccineCalled, worded } from './looked-up.ts';
import type { ToldAllergy, ToldCondition } from './told-history.ts';

export function tellProblems(telling: HistoryTelling): readonly ConditionEntry[] {
  const { person, history } = telling;
  return (history.conditions ?? []).map((told, n) => {
    const one: ToldCondition = typeof told === 'string' ? { condition: told } : told;
    const { condition, code, since = person.birthDate, until, severity, note } = one;
    const known = illnessCalled(condition);
    return {
      ...headOfTold(telling, 'condition', n, since),
      sort: known?.sort ?? asWord(condition),
      what: worded(condition, known?.what, code),
      onset: since,
      ...(severity && { severity }),
      ...endedIn(telling, until),
      isMajor: known?.isMajor ?? true,
      ...(note !== undefined && { note }),
    };
  });
}

export function tellReactions(telling: HistoryTelling): readonly AllergyEntry[] {
  const { person, history } = telling;
  return (history.allergies ?? []).map((told, n) => {
    const one: ToldAllergy = typeof told === 'string' ? { substance: told } : told;
    const { substance, code, reaction, severity, since = person.birthDate, until, ended } = one;
    const over = endedIn(telling, until);
    const known = substanceCalled(substance);
    const begins = headOfTold(telling, 'allergy', n, since);
    if (asWord(substance) === 'none-known') return { ...begins, sort: 'none-known', category: 'medication' as const };
    const reacted = known?.reactions.find(([{ text }]) => asWord(text) === asWord(reaction ?? ''))?.[0];
    return {
      ...begins,
      sort: known?.sort ?? asWord(substance),
      substance: worded(substance, known?.what, code),
      category: known?.category ?? 'medication',
      ...(reaction !== undefined && { reaction: reacted ?? uncoded(reaction) }),
      ...(severity && { severity }),
      onset: since,
      ...over,
      ...(over.end !== undefined && ended !== undefined && { ended }),
    };
  });
}

export function tellJabs(telling: HistoryTelling): readonly VaccinationEntry[] {
  return (telling.history.vaccinations ?? []).map(({ vaccine, code, given, dose = 1, batch }, n) => {
    const known = vaccineCalled(vaccine);
    const what = worded(vaccine, known?.what, code);
    const procedure = code === undefined ? (known?.doses?.[dose - 1] ?? known?.what) : what;
    return {
      ...headOfTold(telling, 'vaccination', n, given),
      sort: known?.sort ?? asWord(vaccine).toUpperCase(),
      what,
      ...(known?.product && { product: known.product }),
      ...(procedure && { procedure }),
      diseases: known?.diseases ?? [],
      given,
      dose,
      ...(batch !== undefined && { batch }),
      status: 'completed' as const,
    };
  });
}

export function tellMeasured(telling: HistoryTelling): readonly ObservationEntry[] {
  return (telling.history.results ?? []).map(({ result, code, value, unit, on }, n) => {
    const known = resultCalled(result);
    return {
      ...headOfTold(telling, 'observation', n, on),
      sort: known?.sort ?? asWord(result),
      what: worded(result, known?.row.what, code),
      ...valued(value, unit === undefined || unit === known?.row.unit ? known?.row : undefined, unit),
    };
  });
}

function valued(value: number | string, row: { readonly unit?: string; readonly ucum?: string } | undefined, told: string | undefined) {
  const unit = told ?? row?.unit ?? '';
  const quantity = (of: number) => ({ value: of, unit, ...(row?.ucum !== undefined && { ucum: row.ucum }) });
  const [one, other] = row === observationRows['blood-pressure'] ? pressuresIn(value) : [];
  if (one !== undefined && other !== undefined)
    return { parts: [one, other].map((of, n) => ({ what: bloodPressureParts[n === 0 ? 0 : 1], value: quantity(of) })) };
  const number = Number(value);
  return Number.isNaN(number) ? { finding: uncoded(String(value)) } : { value: quantity(number) };
}

/** `140/85`. */
export const pressuresIn = (value: number | string): readonly number[] => {
  const numbers = String(value).split('/').map(Number);
  return numbers.length === 2 && !numbers.some(Number.isNaN) ? numbers : [];
};

const pregnancyDays = 280;

/** Nobody knows how it will go: it goes as it should. */
export const tellExpected = (telling: HistoryTelling): readonly PregnancyEntry[] =>
  (telling.history.pregnancies ?? []).map(({ lastPeriod, booked }, n) => {
    const due = isoDate(dayOf(lastPeriod) + pregnancyDays);
    return {
      ...headOfTold(telling, 'pregnancy', n, booked),
      lastPeriod,
      due,
      ...(due <= telling.asOf && { outcome: { on: due, how: 'birth', weeks: pregnancyDays / 7, babies: [] } }),
    };
  });

export const tellAlerts = (telling: HistoryTelling): readonly FlagEntry[] =>
  (telling.history.flags ?? []).map(({ what, category, since }, n) => ({
    ...headOfTold(telling, 'flag', n, since),
    category,
    what: uncoded(what),
  }));
