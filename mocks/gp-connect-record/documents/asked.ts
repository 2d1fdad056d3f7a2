/** Which documents are asked for: read from the query as it was sent, in the order in which GP systems look at it. */
import type { DocumentEntry } from '../../../src/clinical-record.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import { isNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { IsoDate } from '../../../src/population.ts';
import { noNhsNumber } from '../../gp-practice/faults.ts';
import { readsBy } from '../../gp-practice/readings.ts';
import { invalidParameter, isBadRequest } from '../faults.ts';

export interface DocumentsAsked {
  readonly nhsNumber: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly author?: { readonly system: string; readonly value: string };
  readonly words: string;
}

const includes = ['subject:Patient', 'custodian:Organization', 'author:Organization', 'author:Practitioner'].map(
  (end) => `DocumentReference:${end}`,
);
const recursion = '_revinclude:recurse';
const known = new Set(['patientNHSNumber', '_include', recursion, 'created', 'author', 'description', '_format']);
const authorSystems: readonly string[] = [system.ods, system.sdsUser];

export function documentsAsked(call: AnyCall): DocumentsAsked | Problem {
  const sent = new URLSearchParams(call.search);
  // The contract has another status for these.
  const wrong = readsBy(call, 'published') ? isBadRequest : invalidParameter;
  const numbers = sent.getAll('patientNHSNumber');
  const [nhsNumber = ''] = numbers;
  if (nhsNumber === '') return invalidParameter('patientNHSNumber is missing.');
  if (numbers.length > 1) return isBadRequest('patientNHSNumber can be given once.');
  if (!isNhsNumber(nhsNumber)) return noNhsNumber;
  const stranger = [...sent.keys()].find((name) => !known.has(name));
  if (stranger !== undefined) return invalidParameter('There is a parameter that is not known.');
  const included = sent.getAll('_include').flatMap((value) => value.split(','));
  const missing = includes.find((each) => !included.includes(each));
  if (missing !== undefined) return wrong(`_include=${missing} is missing.`);
  if (!sent.getAll(recursion).includes('PractitionerRole:practitioner'))
    return wrong(`${recursion}=PractitionerRole:practitioner is missing.`);
  const days = daysIn(sent.getAll('created'));
  if (!days) return invalidParameter('created must be eq, ge or le with a date; two of them are a range.');
  const author = sent.get('author');
  const [authorSystem = '', value = ''] = author?.split('|') ?? [];
  if (author !== null && (!authorSystems.includes(authorSystem) || value === ''))
    return wrong('author must be an ODS code or an SDS user id, with its system.');
  const words = (sent.get('description') ?? '').trim().toLowerCase();
  return { nhsNumber, ...days, ...(author !== null && { author: { system: authorSystem, value } }), words };
}

const beginning = '0000';
const forever = '9999';

function daysIn(created: readonly string[]): Pick<DocumentsAsked, 'from' | 'to'> | undefined {
  if (created.length > 2) return undefined;
  let [from, to] = [beginning, forever];
  for (const text of created) {
    const [, prefix = '', day = ''] = /^(eq|ge|le)?(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
    if (!isRealDate(day)) return undefined;
    if (prefix !== 'le') from = day > from ? day : from;
    if (prefix !== 'ge') to = day < to ? day : to;
  }
  return { from, to };
}

export function isAsked({ recorded, organisation, practitioner, title, type }: DocumentEntry, asked: DocumentsAsked): boolean {
  const { from, to, author, words } = asked;
  if (recorded < from || recorded > to) return false;
  if (author && author.value !== (author.system === system.ods ? organisation : practitioner)) return false;
  return words === '' || `${title} ${type.text} ${type.coding?.display ?? ''}`.toLowerCase().includes(words);
}
