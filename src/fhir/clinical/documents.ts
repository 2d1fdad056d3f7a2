/** Documents as DocumentReference, what they say as Binary, and back. */
import type { DocumentEntry } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { fromBase64, toBase64 } from '../../contract/base64.ts';
import { toOrganisation, toPerson, toPractitioner, type Writing } from './about.ts';
import { conceptOf, readConcept, writtenConcept } from './concepts.ts';
import { eachOf, fhirElement, elementsAt, listOf, stringAt, elementAt } from './element.ts';
import { englishDateTime, englishInstant } from './england-time.ts';
import { beforeOf, headOfEntry, idsReferredTo, readHead, uuidIdentifier, type ReadingEntry } from './head.ts';
import { toEntries } from './referents.ts';
import { system } from './systems.ts';

/** A document's words in bytes: text, where nothing prints it otherwise. */
export interface PrintedDocument {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export type PrintDocument = (entry: DocumentEntry, writing: Writing) => PrintedDocument;

export interface WritingDocument extends Writing {
  /** As text, where nothing is said. */
  readonly print?: PrintDocument;
  /** The one type of resource that is wanted: what it does not need is not made. */
  readonly only?: string;
}

export const asText: PrintDocument = ({ title, paragraphs }) => ({
  contentType: 'text/plain',
  bytes: new TextEncoder().encode([title, ...paragraphs].join('\n\n')),
});

/** Where it was written: published ones tell of general practice and of hospitals. */
const generalPractice = conceptOf(system.snomed, '1060971000000108', 'General practice service');

export function writtenDocument(entry: DocumentEntry, writing: WritingDocument): readonly JsonObject[] {
  const { version, about, print = asText, only } = writing;
  const { title, type, recorded, time } = entry;
  const { contentType, bytes } = print(entry, writing);
  const place = toOrganisation(writing, entry.organisation);
  const isPractice = entry.organisation !== undefined && about.organisation(entry.organisation)?.kind === 'gp-practice';
  const author = [toPractitioner(writing, entry.practitioner, entry.organisation), place].flatMap(listOf);
  const attachment = {
    contentType,
    // An address, and no reference: it goes where the reference to a Binary would.
    url: stringAt(about.refer({ type: 'Binary', id: entry.id }), 'reference') ?? `Binary/${entry.id}`,
    size: bytes.length,
    title,
    creation: englishDateTime(recorded, time),
  };
  const related = toEntries(writing, entry.about);
  const shared = {
    ...headOfEntry('DocumentReference', entry, writing),
    masterIdentifier: uuidIdentifier(entry.id),
    identifier: [uuidIdentifier(entry.id)],
    status: 'current',
    docStatus: 'final',
    type: writtenConcept(type),
    subject: toPerson(writing),
    author,
    custodian: place,
    description: title,
    content: [{ attachment }],
  };
  const setting = isPractice ? generalPractice : undefined;
  const reference =
    version === 'R4'
      ? fhirElement({ ...shared, date: englishInstant(recorded, time), context: fhirElement({ practiceSetting: setting, related }) })
      : fhirElement({
          ...shared,
          created: englishDateTime(recorded, time),
          indexed: englishInstant(recorded, time),
          context: fhirElement({ practiceSetting: setting, related: related.map((ref) => ({ ref })) }),
        });
  if (only === 'DocumentReference') return [reference];
  const { meta, id } = headOfEntry('Binary', entry, writing);
  const binary = { resourceType: 'Binary', id, meta, contentType, [version === 'R4' ? 'data' : 'content']: toBase64(bytes) };
  return [reference, binary];
}

const sorts: readonly (readonly [sort: DocumentEntry['sort'], word: RegExp])[] = [
  ['referral-letter', /referral/i],
  ['discharge-summary', /discharge/i],
  ['care-plan', /\bplan\b/i],
  ['result', /result|report|laborator|imaging/i],
  ['certificate', /certificate|fit note|statement of fitness/i],
];

export function readDocumentReference(resource: JsonObject, reading: ReadingEntry): DocumentEntry | undefined {
  const attachment = elementAt(resource, 'content', 'attachment');
  const type = readConcept(resource['type']) ?? readConcept(resource['category']) ?? readConcept(resource['class']);
  const title = stringAt(resource, 'description') ?? stringAt(attachment, 'title') ?? type?.text;
  if (title === undefined) return undefined;
  const before = beforeOf('document', reading);
  const head = readHead(
    'document',
    {
      recorded: ['date', 'created', 'indexed'].map((name) => stringAt(resource, name)).concat(stringAt(attachment, 'creation')),
      by: [...eachOf(resource['author']), resource['custodian']],
    },
    reading,
  );
  const related = elementsAt(resource, 'context', 'related').map((each) => elementAt(each, 'ref') ?? each);
  return {
    ...head,
    sort: before?.sort ?? sorts.find(([, word]) => word.test(`${title} ${type?.text ?? ''}`))?.[0] ?? 'clinic-letter',
    title,
    type: type ?? before?.type ?? { text: title },
    about: related.length > 0 ? idsReferredTo(related) : (before?.about ?? []),
    paragraphs: paragraphsIn(attachment, title) ?? before?.paragraphs ?? [],
  };
}

/** Of a document that came with its words, as text. */
function paragraphsIn(attachment: Json | undefined, title: string): readonly string[] | undefined {
  const data = stringAt(attachment, 'data');
  if (data === undefined || !stringAt(attachment, 'contentType')?.startsWith('text/plain')) return undefined;
  try {
    const paragraphs = new TextDecoder().decode(fromBase64(data)).split(/\n{2,}/);
    return paragraphs[0] === title ? paragraphs.slice(1) : paragraphs;
  } catch {
    return undefined; // it is no Base64: the contract's own check has the last word on that
  }
}
