/** What somebody calls a thing, looked up in the tables: what it is then, with its code; the caller's words and code where there is none. */
import type { CodedText } from '../../../clinical-record.ts';
import { asWord } from '../../fold.ts';
import { type Substance, substances } from '../allergies/substances.ts';
import { snomedSystem, uncoded } from '../coded.ts';
import { conditionsCalled } from '../conditions/condition-words.ts';
import { illnesses } from '../conditions/illnesses.ts';
import type { Illness } from '../health.ts';
import { medicinesCalled } from '../medicines/medicine-words.ts';
import { type Medicine, medicines } from '../medicines/medicines.ts';
import { type ObservationRow, observationRows } from '../observations/sorts.ts';
import { type Vaccine, vaccines } from '../vaccinations/vaccines.ts';
import type { ToldCode } from './told-history.ts';

/** In the caller's code, where there is one. */
export function worded(text: string, known: CodedText | undefined, told: ToldCode | undefined): CodedText {
  if (told === undefined) return known ?? uncoded(text);
  const { system = snomedSystem, code, display = text }: Exclude<ToldCode, string> = typeof told === 'string' ? { code: told } : told;
  return { text, coding: { system, code, display } };
}

/** Sorts of the tables that a word may stand for: none where they do not know it, several where it has to be said which. */
export function conditionsMeant(text: string): readonly string[] {
  const word = asWord(text);
  return illnesses.has(word) ? [word] : (conditionsCalled(word) ?? []);
}
export const medicinesMeant = (text: string): readonly string[] => (productCalled(text) ? [text] : (medicinesCalled(asWord(text)) ?? []));

export const illnessCalled = (text: string): Illness | undefined => {
  const [sort = '', ...others] = conditionsMeant(text);
  return others.length === 0 ? illnesses.get(sort) : undefined;
};

export function medicineCalled(text: string): Medicine | undefined {
  const product = productCalled(text);
  if (product !== undefined) return product;
  const [sort, ...others] = medicinesMeant(text);
  return others.length === 0 ? [...medicines.values()].find((each) => each.sort === sort) : undefined;
}

const products = new Map([...medicines.values()].map((each) => [asWord(each.what.text), each]));
const productCalled = (text: string): Medicine | undefined => products.get(asWord(text));

const bySubstance = new Map(substances.flatMap((each) => [each.sort, asWord(each.what.text)].map((word) => [word, each] as const)));
export const substanceCalled = (text: string): Substance | undefined => bySubstance.get(asWord(text));

/** By the name of a row, or by what it is searched by: then it is not said which of several products it was. */
const byVaccine = new Map<string, Vaccine>();
for (const [name, vaccine] of Object.entries<Vaccine>(vaccines).toReversed()) {
  const { product: _, ...others } = vaccine;
  byVaccine.set(asWord(vaccine.sort), others).set(name, vaccine);
}
export const vaccineCalled = (text: string): Vaccine | undefined => byVaccine.get(asWord(text));

export interface NamedRow {
  readonly sort: string;
  readonly row: ObservationRow;
}

const byResult = new Map<string, NamedRow>(
  Object.entries(observationRows).flatMap(([sort, row]) => [sort, asWord(row.what.text)].map((word) => [word, { sort, row }] as const)),
);
export const resultCalled = (text: string): NamedRow | undefined => byResult.get(asWord(text));
