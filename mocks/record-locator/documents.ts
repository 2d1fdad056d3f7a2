/** The documents behind the pointers that are told: each is a letter of one or more pages, marked as synthetic. */
import type { ClinicalRecord } from '../../src/clinical-record.ts';
import { pdf } from '../../src/fhir/pdf.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Binary } from '../../src/mock/reply.ts';
import type { Problem } from '../../src/mock/problem.ts';
import { idOf, ownerOf } from './pointer.ts';
import { publishedById } from './published.ts';
import { notFound } from './refusals.ts';
import { patientOfSummary, toldById } from './told.ts';

/** An extension: the service keeps no documents. A plan stays where it is when its pointer was deleted, or made anew. */
export function readDocument(call: AnyCall): { readonly status: 200; readonly binary: Binary } | Problem {
  const id = idOf(String(call.path['id']));
  const words = wordsOf(call, id);
  return words ? { status: 200, binary: { type: 'application/pdf', bytes: pdf(words.title, words.paragraphs) } } : notFound;
}

interface Words {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

function wordsOf(call: AnyCall, id: string): Words | undefined {
  const { population } = call;
  const name = id.slice(ownerOf(id).length + 1);
  const entry = population.entry(name)?.entry;
  if (entry?.kind === 'document' && entry.sort === 'care-plan' && entry.organisation === ownerOf(id)) return entry;
  const patient = patientOfSummary(call, name);
  const record = patient && population.record(patient.nhsNumber);
  const told = toldById(call, id);
  if (record && told) return summaryOf(record);
  return publishedById(id) && { title: told?.description ?? '', paragraphs: ['This document is an example, and says nothing of anybody.'] };
}

function summaryOf(record: ClinicalRecord): Words {
  const { asOf, person } = record;
  const isNow = ({ end }: { readonly end?: string }): boolean => end === undefined || end > asOf;
  const problems = record.of('condition').filter((each) => isNow(each) && each.isMajor);
  const medicines = record.of('medication').filter((each) => isNow(each) && each.course === 'repeat');
  const allergies = record
    .of('allergy')
    .flatMap(({ substance, reaction, end }) => (substance && end === undefined ? [[substance.text, reaction?.text]] : []));
  const list = (heading: string, lines: readonly string[]): string => [heading, ...(lines.length > 0 ? lines : ['None'])].join('\n');
  return {
    title: 'Summary record',
    paragraphs: [
      `NHS number ${person.nhsNumber}, as of ${asOf}`,
      list(
        'Problems',
        problems.map(({ what, onset }) => `${what.text}, since ${onset}`),
      ),
      list(
        'Medicines',
        medicines.map(({ medicine, dose }) => `${medicine.text}: ${dose}`),
      ),
      list(
        'Allergies',
        allergies.map((words) => words.filter((word) => word !== undefined).join(': ')),
      ),
    ],
  };
}
