/**
 * Files in the document store. What was uploaded is scanned before anybody may have it: five minutes by the workspace's clock, and what the
 * scan finds is decided by what was sent. The letters of people's records are files that were there before.
 */
import { fromBase64, toBase64 } from '../../../src/contract/base64.ts';
import { uuid, uuidBy } from '../../../src/contract/uuid.ts';
import { englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { pdf } from '../../../src/fhir/pdf.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { beginsLike } from './kinds.ts';
import { publishedAttachment } from './published.ts';

export type Availability = 'AVAILABLE' | 'PENDING' | 'THREATS_FOUND' | 'VALIDATION_FAILED';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  /** When it was uploaded, in milliseconds. */
  readonly at: number;
  /** SDS user id and organisation of whoever uploaded it, and for whom. */
  readonly by?: string;
  readonly organisation?: string;
  readonly onBehalfOf?: string;
  /** The UBRN of the request that it was uploaded for, without which it can be attached to none that is there; any, of published ones. */
  readonly ubrn?: string;
  readonly scanned: Exclude<Availability, 'PENDING'>;
}

const attachments = 'e-referrals/attachment';
const contents = 'e-referrals/attachment-content';
/** A row may not be larger anywhere than a Durable Object lets it: three bytes are four letters of Base64. */
const pieceBytes = 300_000;
export const mostBytes = 5_242_880;
const scanTakes = 5 * 60_000;
/** Of what the service makes itself, and needs not scan: when it would have been uploaded. */
export const alreadyScanned = ({ clock }: Pick<AnyCall, 'clock'>): number => clock.now() - scanTakes;
/** Every scanner of malware finds this harmless text (EICAR): in a file or in its name it stands for one that is infected. */
const testVirus = /EICAR-STANDARD-ANTIVIRUS-TEST-FILE|eicar\.|infected/;

/** Looks through what is uploaded, as the scan will. */
export function scan(name: string, type: string, bytes: Uint8Array): Attachment['scanned'] {
  const text = latin(bytes.subarray(0, 4096));
  if (testVirus.test(text) || testVirus.test(name)) return 'THREATS_FOUND';
  return beginsLike(type, text) ? 'AVAILABLE' : 'VALIDATION_FAILED';
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

export function keepAttachment(call: AnyCall, sent: Omit<Attachment, 'id' | 'size'>, bytes: Uint8Array): Attachment {
  const { store } = call;
  const n = store.count(attachments);
  const attachment = { ...sent, id: uuidBy((part) => call.chance(`attachment/${n}/${part}`)), size: bytes.length };
  store.put(attachments, attachment.id, JSON.stringify(attachment));
  for (let piece = 0; piece * pieceBytes < bytes.length; piece += 1)
    store.put(
      contents,
      `${attachment.id}/${String(piece).padStart(3, '0')}`,
      toBase64(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)),
    );
  return attachment;
}

export function attachmentOf(call: Pick<AnyCall, 'store' | 'population'>, id: string): Attachment | undefined {
  const stored = call.store.get(attachments, id.toLowerCase());
  if (stored !== undefined) return JSON.parse(stored) as Attachment; // as `keepAttachment` wrote it
  return publishedAttachment(id.toLowerCase()) ?? letterOfRecord(call, id.toLowerCase());
}

export const availabilityOf = ({ clock }: Pick<AnyCall, 'clock'>, { at, scanned }: Attachment): Availability =>
  clock.now() < at + scanTakes ? 'PENDING' : scanned;

export function contentOf(call: Pick<AnyCall, 'store' | 'population'>, { id, name }: Attachment): Uint8Array<ArrayBuffer> {
  const pieces = call.store.list(contents, `${id}/`).map(([, piece]) => fromBase64(piece));
  if (pieces.length > 0) return joined(pieces);
  const letter = letterIn(call, id);
  return letter ? pdf(letter.title, letter.paragraphs) : pdf(name, ['This file is an example, and says nothing of anybody.']);
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function letterIn({ population }: Pick<AnyCall, 'population'>, id: string) {
  const entry = uuid.test(id) ? population.entry(id)?.entry : undefined;
  return entry?.kind === 'document' ? entry : undefined;
}

function letterOfRecord(call: Pick<AnyCall, 'store' | 'population'>, id: string): Attachment | undefined {
  const letter = letterIn(call, id);
  if (!letter) return undefined;
  const { title, paragraphs, recorded, time, organisation, practitioner } = letter;
  return {
    id: letter.id,
    name: `${title}.pdf`,
    type: 'application/pdf',
    size: pdf(title, paragraphs).length,
    // What is in the record was looked at when it was written.
    at: Date.parse(englishInstant(recorded, time)) - scanTakes,
    ...(practitioner !== undefined && { by: practitioner }),
    ...(organisation !== undefined && { organisation }),
    scanned: 'AVAILABLE',
  };
}
