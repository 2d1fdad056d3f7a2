/** Files that are attached to a referral, to a request for advice, or to a message about one: as they are named, kept and told. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { fhirElement, stringAt } from '../../../src/fhir/clinical/element.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { refused } from '../faults/refusals.ts';
import { attachmentOf, availabilityOf, type Attachment } from './attachment.ts';
import { isPublishedAttachment } from './published.ts';

const displays = { REFERRER: 'Referrer', PROVIDER: 'Provider', GUIDANCE_RESPONSE: undefined, ADVICE_REQUEST: undefined } as const;

export type AttachmentType = keyof typeof displays;

/** As it is kept with what it is attached to. */
export interface AttachedFile {
  /** As in `Binary/…`. */
  readonly id: string;
  readonly type: AttachmentType;
  readonly description?: string;
  /** An instant. */
  readonly indexed: string;
}

/** A file as a request names it, and where it stands there. */
interface NamedFile {
  readonly resource: Json;
  readonly at: string;
}

interface Attaching {
  readonly type: AttachmentType;
  /** The request that is there already, to which they are attached. */
  readonly ubrn?: string;
  /** What is attached to it by now. */
  readonly before?: readonly AttachedFile[];
}

export function attachedFiles(
  call: AnyCall,
  files: readonly NamedFile[],
  { type, ubrn, before = [] }: Attaching,
): readonly AttachedFile[] | Problem {
  const attached: AttachedFile[] = [];
  const names = new Set(before.map(({ id }) => nameOf(call, id)));
  for (const { resource, at } of files) {
    const place = `${at}.content[0].attachment.url`;
    const url = stringAt(resource, 'content', 'attachment', 'url');
    if (!isObject(resource) || url === undefined) return refused('MISSING_VALUE', `'${place}' is missing.`, place);
    const id = /(?:^|\/)Binary\/([^/]+)$/.exec(url)?.[1];
    if (id === undefined) return refused('INVALID_VALUE', `'${place}' is no reference to a Binary.`, place);
    const attachment = attachmentOf(call, id);
    if (!attachment) return refused('REFERENCE_NOT_FOUND', `'${place}' leads to no file.`, place);
    const wrong = misplaced(attachment, ubrn);
    if (wrong !== undefined) return refused('INAPPROPRIATE_VALUE', `'${place}' ${wrong}`, place);
    const name = nameOf(call, attachment.id);
    if (names.has(name)) return refused('DUPLICATE_FILENAME', `'${place}' is called like another file.`, place);
    names.add(name);
    const description = stringAt(resource, 'description');
    const indexed = new Date(call.clock.now()).toISOString();
    attached.push({ id: attachment.id, type, indexed, ...(description !== undefined && { description }) });
  }
  return attached;
}

const nameOf = (call: AnyCall, binary: string): string => attachmentOf(call, binary)?.name.toLowerCase() ?? binary;

/** A file goes where it was said to go when it was uploaded. */
function misplaced({ id, ubrn: meantFor }: Attachment, ubrn: string | undefined): string | undefined {
  if (isPublishedAttachment(id) || meantFor === ubrn) return undefined;
  return meantFor === undefined
    ? 'was uploaded without NHSD-eRS-Referral-ID, and can be attached to no request that is there.'
    : 'was uploaded for another request.';
}

const structure = 'https://fhir.nhs.uk/STU3/StructureDefinition/';
const system = 'https://fhir.nhs.uk/STU3/CodeSystem/';
const users = 'http://fhir.nhs.net/Id/sds-user-id';

/** Under a number that it has there. Its availability is that of the moment at which it is told. Undefined where the file is there no more. */
export function documentReference(
  call: Pick<AnyCall, 'store' | 'population' | 'clock'>,
  { id, type, indexed, description }: AttachedFile,
  number: number,
): JsonObject | undefined {
  const file = attachmentOf(call, id);
  if (!file) return undefined;
  const { by, onBehalfOf, organisation } = file;
  const reference = (name: string, of: string, value: string | undefined): readonly JsonObject[] =>
    value === undefined ? [] : [{ url: `${structure}Extension-eRS-${name}-1`, valueReference: { identifier: { system: of, value } } }];
  return fhirElement({
    resourceType: 'DocumentReference',
    id: `DocumentReference-${number}`,
    meta: { profile: [`${structure}eRS-DocumentReference-1`] },
    type: { coding: [fhirElement({ system: `${system}eRS-AttachmentType-1`, code: type, display: displays[type] })] },
    status: 'current',
    indexed,
    description,
    content: [
      {
        attachment: {
          id: String(number),
          extension: [
            {
              url: `${structure}Extension-eRS-AvailabilityStatus-1`,
              valueCoding: { system: `${system}eRS-AvailabilityStatus-1`, code: availabilityOf(call, file) },
            },
            ...reference('AttachedBy', users, by),
            ...reference('AttachedByOrganisation', 'https://fhir.nhs.uk/Id/ods-organization-code', organisation),
            ...reference('AttachedOnBehalfOf', users, onBehalfOf),
          ],
          contentType: file.type,
          url: `Binary/${file.id}`,
          size: file.size,
          title: file.name,
          creation: dateOf(Math.min(file.at, call.clock.now())),
        },
      },
    ],
  });
}
