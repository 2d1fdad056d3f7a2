/** A file is fetched: its bytes, or the address of an object store that has them. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { Binary } from '../../../src/mock/reply.ts';
import { nothingThere, refused } from '../faults/refusals.ts';
import { attachmentOf, availabilityOf, contentOf, mostBytes, type Attachment, type Availability } from './attachment.ts';
import { isPublishedAttachment } from './published.ts';

interface Bytes {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly binary: Binary;
}

const noFile = nothingThere('There is no such file.');

const unavailable: Readonly<Record<Exclude<Availability, 'AVAILABLE'>, string>> = {
  PENDING: 'The file is being scanned and cannot be retrieved. Wait at least 5 minutes before checking its availability again.',
  THREATS_FOUND: 'A threat was found in the file, which is in quarantine. Whoever uploaded it can tell what it said.',
  VALIDATION_FAILED: 'The file is not what it says it is, and cannot be retrieved. Whoever uploaded it can send it again.',
};

function withheld(call: AnyCall, attachment: Attachment): Problem | undefined {
  const availability = availabilityOf(call, attachment);
  return availability === 'AVAILABLE' ? undefined : refused(availability, unavailable[availability]);
}

/** The older way, for files of up to five megabytes. */
export function downloadAttachment(call: AnyCall, id: string): Bytes | Problem {
  const attachment = attachmentOf(call, id);
  if (!attachment) return noFile;
  if (attachment.size > mostBytes)
    return refused('FILE_SIZE_ERROR', `The file is larger than 5MB (${mostBytes} bytes): it is retrieved by /R4/Binary.`);
  return withheld(call, attachment) ?? bytesOf(call, attachment);
}

/** The address holds by itself: whoever has it asks for the file without a token. */
export function addressOfAttachment(
  call: AnyCall,
  id: string,
): { readonly status: 307; readonly headers: { readonly Location: string } } | Problem {
  const attachment = attachmentOf(call, id);
  if (!attachment) return noFile;
  const problem = withheld(call, attachment);
  if (problem) return problem;
  const object = isPublishedAttachment(attachment.id) ? publishedObject : attachment.id;
  return { status: 307, headers: { Location: call.url(`/ObjectStore/${object}`) } };
}

const publishedObject = 'd497bbe3-f88b-45f1-b3d4-9c563e4c0f5f';

export function readObject(call: AnyCall, id: string): Bytes | Problem {
  if (id === publishedObject) return bytesOf(call, { ...examplePage, id });
  const attachment = attachmentOf(call, id);
  return attachment && availabilityOf(call, attachment) === 'AVAILABLE' ? bytesOf(call, attachment) : noFile;
}

const examplePage = { name: 'The filenamé.pdf', type: 'application/pdf', size: 0, at: 0, scanned: 'AVAILABLE' } as const;

function bytesOf(call: AnyCall, attachment: Attachment): Bytes {
  return fileReply(attachment.name, { type: attachment.type, bytes: contentOf(call, attachment) });
}

/** A file to be saved under its name, which may have any letters (RFC 5987). */
export function fileReply(name: string, binary: Binary): Bytes {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  const star = plain === name ? '' : `; filename*=UTF-8''${encoded}`;
  return { status: 200, headers: { 'Content-Disposition': `attachment; filename="${plain}"${star}` }, binary };
}
