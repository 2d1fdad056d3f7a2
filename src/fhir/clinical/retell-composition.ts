/** A summary of a record in the shape of a published document: its Composition, a table of entries in each section. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import type { IsoDate } from '../../population.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { areaCalled, type RecordArea } from './areas.ts';
import { idFor } from './bundle-model.ts';
import { xhtml } from './concepts.ts';
import { fhirElement, elementsAt, listOf, stringAt } from './element.ts';
import { daysAfter, englishInstant } from './england-time.ts';
import { toEntry } from './referents.ts';

export interface Summarising {
  readonly writing: Writing;
  readonly asOf: IsoDate;
  of(kind: EntryKind): readonly Entry[];
  /** Whether the Bundle holds resources of an entry. */
  isHeld(entry: Entry): boolean;
}

/** The id of the summary of somebody's record: of the document, and of its Composition. */
export const summaryId = (nhsNumber: string): string => idFor('summary', nhsNumber);

/** Of an example these are about somebody. */
const ofExample: ReadonlySet<string> = new Set(['relatesTo', 'attester', 'encounter', 'event', 'text', 'contained']);

export function retoldComposition(example: JsonObject, summarising: Summarising): JsonObject {
  const { writing, asOf } = summarising;
  const { person } = writing.about;
  const id = summaryId(person.nhsNumber);
  const practice = person.restricted ? undefined : person.registrations[0]?.practice;
  const author = authorOf(summarising, practice) ?? toPerson(writing);
  const identifier = isObject(example['identifier']) ? { ...example['identifier'], value: id } : undefined;
  const date = englishInstant(asOf);
  return fhirElement({
    ...Object.fromEntries(Object.entries(example).filter(([name]) => !ofExample.has(name))),
    id,
    meta: isObject(example['meta']) && 'lastUpdated' in example['meta'] ? { ...example['meta'], lastUpdated: date } : example['meta'],
    identifier,
    subject: toPerson(writing),
    date,
    author: [author],
    custodian: 'custodian' in example ? toOrganisation(writing, practice) : undefined,
    section: elementsAt(example, 'section').flatMap((section) => (isObject(section) ? [retoldSection(section, summarising)] : [])),
  });
}

/** Whoever wrote the latest entry at the practice. */
function authorOf({ of, writing }: Summarising, practice: string | undefined): JsonObject | undefined {
  const entries = (['encounter', 'medication', 'condition', 'allergy'] as const).flatMap((kind) => of(kind));
  const last = entries.findLast(({ organisation, practitioner }) => organisation === practice && practitioner !== undefined);
  return toPractitioner(writing, last?.practitioner, last?.organisation) ?? toOrganisation(writing, practice);
}

/** Titles have the period that they tell of in brackets. */
export function areaOfSection(title: string): RecordArea | undefined {
  const area = areaCalled(title.replace(/\(.*\)/, ''));
  return area && { ...area, tells: (entry, asOf) => area.tells(entry, asOf) && (entry.kind !== 'observation' || isLate(entry, asOf)) };
}

/** Of measurements a summary tells those of a year. */
const isLate = ({ recorded }: Entry, asOf: IsoDate): boolean => recorded >= daysAfter(asOf, -365);

function retoldSection(section: JsonObject, summarising: Summarising): JsonObject {
  const title = stringAt(section, 'title') ?? '';
  const area = areaOfSection(title);
  const entries = area?.kinds.flatMap((kind) => summarising.of(kind)).filter((entry) => area.tells(entry, summarising.asOf)) ?? [];
  const references =
    'entry' in section ? entries.flatMap((entry) => (summarising.isHeld(entry) ? listOf(toEntry(summarising.writing, entry.id)) : [])) : [];
  const { entry: _, section: inside, text, ...others } = section;
  const div = area === undefined ? headOfSummary(summarising) : tableOf(entries, stringAt(text, 'div') ?? '');
  return fhirElement({
    ...others,
    // The periods that titles of examples name are theirs.
    title: title.replace(/\s*\(.*\d.*\)/, ''),
    text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${div}</div>` },
    entry: references,
    section:
      inside === undefined
        ? undefined
        : elementsAt(section, 'section').flatMap((each) => (isObject(each) ? [retoldSection(each, summarising)] : [])),
  });
}

function headOfSummary({ writing, asOf }: Summarising): string {
  const { about } = writing;
  const practice = about.person.restricted ? undefined : about.person.registrations[0]?.practice;
  const name = practice === undefined ? undefined : about.organisation(practice)?.name;
  const lines = ['Synthetic data: this is nobody’s record.', `Summary as of ${printedDate(asOf)}.`, ...listOf(name)];
  return lines.map((line) => `<p>${xhtml(line)}</p>`).join('');
}

const defaultHeads = ['Date', 'Description', 'Additional information'];

/** With the columns of the example's table. */
function tableOf(entries: readonly Entry[], example: string): string {
  if (entries.length === 0) return '<p>Nothing recorded.</p>';
  const found = [...example.matchAll(/<th[^>]*>([^<]*)<\/th>/g)].map(([, head = '']) => head.trim());
  const heads = found.length > 0 ? found : defaultHeads;
  const cells = (tag: string, texts: readonly string[]): string =>
    `<tr>${texts.map((text) => `<${tag}>${xhtml(text)}</${tag}>`).join('')}</tr>`;
  // The latest first, as summaries have them.
  const rows = entries.toReversed().map((entry) => {
    const facets = facetsOf(entry);
    return cells(
      'td',
      heads.map((head) => cell(head, facets)),
    );
  });
  return `<table><thead>${cells('th', heads)}</thead><tbody>${rows.join('')}</tbody></table>`;
}

interface Facets {
  readonly date: IsoDate;
  readonly description: string;
  readonly type?: string | undefined;
  readonly dose?: string | undefined;
  readonly quantity?: string | undefined;
  readonly severity?: string | undefined;
  readonly more?: string | undefined;
}

const columns: readonly (readonly [words: RegExp, facet: keyof Facets])[] = [
  [/date/i, 'date'],
  [/dos(?:e|age)/i, 'dose'],
  [/quantity/i, 'quantity'],
  [/severity/i, 'severity'],
  [/^type/i, 'type'],
  [/description|item|medication|name|allerg|problem|diagnos/i, 'description'],
  [/information|detail|note|supporting|comment/i, 'more'],
];

function cell(head: string, facets: Facets): string {
  const facet = columns.find(([words]) => words.test(head))?.[1];
  const text = facet === undefined ? undefined : facets[facet];
  return facet === 'date' && text !== undefined ? printedDate(text) : (text ?? '');
}

function facetsOf(entry: Entry): Facets {
  switch (entry.kind) {
    case 'allergy':
      return {
        date: entry.recorded,
        description: entry.substance?.text ?? 'No known allergy',
        severity: entry.severity,
        more: entry.reaction?.text,
      };
    case 'medication':
      return {
        date: entry.start,
        description: entry.medicine.text,
        type: entry.course === 'acute' ? 'Acute medication' : 'Repeat medication',
        dose: entry.dose,
        quantity: `${entry.quantity.value} ${entry.quantity.unit}`,
      };
    case 'condition':
      return {
        date: entry.onset,
        description: entry.what.text,
        severity: entry.severity,
        more: [entry.isMajor ? 'Significant' : 'Minor', entry.end === undefined ? 'active' : 'past'].join(' '),
      };
    case 'observation':
      return { date: entry.recorded, description: entry.what.text, more: valueOf(entry) };
    case 'flag':
      return { date: entry.recorded, description: entry.what.text, more: entry.detail };
    case 'report':
      return { date: entry.recorded, description: entry.what.text, more: entry.conclusion };
    case 'procedure':
      return { date: entry.performed, description: entry.what.text, more: entry.reason?.text };
    case 'vaccination':
      return { date: entry.given, description: entry.what.text, more: `Dose ${entry.dose}` };
    case 'admission':
      return { date: entry.admitted, description: entry.reason.text, more: entry.specialty.text };
    case 'document':
      return { date: entry.recorded, description: entry.title };
    case 'encounter':
    case 'appointment':
    case 'referral':
      return { date: entry.recorded, description: entry.reason.text };
    default:
      return {
        date: entry.recorded,
        description: 'title' in entry ? entry.title : 'medicine' in entry ? entry.medicine.text : 'Pregnancy',
      };
  }
}

function valueOf({ value, finding, parts }: Extract<Entry, { kind: 'observation' }>): string {
  if (parts) return `${parts.map((part) => part.value.value).join('/')} ${parts[0]?.value.unit ?? ''}`;
  return value ? `${value.value} ${value.unit}` : (finding?.text ?? '');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `14-May-2020`. */
const printedDate = (date: IsoDate): string => `${date.slice(8, 10)}-${months[Number(date.slice(5, 7)) - 1] ?? ''}-${date.slice(0, 4)}`;
