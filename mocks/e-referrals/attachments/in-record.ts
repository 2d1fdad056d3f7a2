/**
 * Letters of a hospital: what a provider says or attaches stands in the patient's record from then on, and every API that tells documents
 * has it, word for word where it is text. Another file is told by its name there, and its bytes are here.
 */
import type { DocumentEntry } from '../../../src/clinical-record.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { dateOf } from '../../../src/fhir/instant.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { OdsCode } from '../../../src/population.ts';
import { syntheticMark } from '../../../src/world/clinical/documents/wording.ts';
import { askerOf } from '../asker/asker.ts';
import { attachmentOf, contentOf } from './attachment.ts';
import type { AttachedFile } from './attached.ts';
import { isPublishedAttachment } from './published.ts';

export interface LetterSent {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const outpatientLetter = {
  text: 'Outpatient letter',
  coding: { system: 'http://snomed.info/sct', code: '823681000000100', display: 'Outpatient letter' },
};

/** `about` are ids of entries of the record. */
export function enterLetter(call: AnyCall, patient: string, { id, title, paragraphs }: LetterSent, about: readonly string[] = []): void {
  const nhsNumber = parseNhsNumber(patient);
  if (nhsNumber === undefined || !call.population.find(nhsNumber)) return;
  const { organisation, user, onBehalfOf = user } = askerOf(call);
  const now = call.clock.now();
  const { date = dateOf(now), time } = englishDayAndTime(new Date(now).toISOString()) ?? {};
  const entry: DocumentEntry = {
    kind: 'document',
    id,
    recorded: date,
    ...(time !== undefined && { time }),
    ...(organisation !== undefined && { organisation: organisation as OdsCode }), // as the header has it
    practitioner: onBehalfOf,
    sort: 'clinic-letter',
    title,
    type: outpatientLetter,
    about,
    paragraphs: [syntheticMark, ...paragraphs],
  };
  call.enter({ nhsNumber, id, entry });
}

/** Under the id that its bytes have, where nobody else's letter has it. */
export function enterFiles(call: AnyCall, patient: string, files: readonly AttachedFile[], about: readonly string[] = []): void {
  for (const file of files) {
    const attachment = attachmentOf(call, file.id);
    if (!attachment) continue;
    const id = isPublishedAttachment(file.id) ? uuidBy((part) => call.chance(`letter/${patient}/${file.id}/${part}`)) : file.id;
    const isText = attachment.type.startsWith('text/') && attachment.scanned === 'AVAILABLE';
    const paragraphs = isText
      ? new TextDecoder().decode(contentOf(call, attachment)).split(/\n{2,}/)
      : [`Attached file: ${attachment.name}`];
    enterLetter(call, patient, { id, title: file.description ?? attachment.name, paragraphs }, about);
  }
}
