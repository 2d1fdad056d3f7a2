/** Advice is a letter of the hospital. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { enterFiles, enterLetter } from '../attachments/in-record.ts';
import { specialtyNamed } from '../healthcare-services/specialties.ts';
import type { Advice } from './advice.ts';

/** The last message of the request, and what came with it. */
export function enterAnswer(call: AnyCall, { ubrn, version, patient, specialty, messages }: Advice): void {
  const last = messages.at(-1);
  if (!last) return;
  const id = uuidBy((part) => call.chance(`advice/${ubrn}/${version}/${part}`));
  const title = `Advice and guidance: ${specialtyNamed(specialty)?.display ?? specialty}`;
  enterLetter(call, patient, { id, title, paragraphs: last.text === undefined ? [] : [last.text] });
  enterFiles(call, patient, last.files);
}
