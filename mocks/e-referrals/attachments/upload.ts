/** A file is put into the document store; what it is attached to is said later. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { askerOf } from '../asker/asker.ts';
import { refused } from '../faults/refusals.ts';
import { keepAttachment, mostBytes, scan } from './attachment.ts';
import { endingsOf } from './kinds.ts';

export function upload(call: AnyCall): { readonly status: 201; readonly headers: { readonly Location: string } } | Problem {
  const name = fileName(call.header('NHSD-eRS-File-Name') ?? '').trim();
  if (name === '') return refused('MISSING_VALUE', "'NHSD-eRS-File-Name' is missing.", 'http.NHSD-eRS-File-Name');
  if (name.length > 255 || /[\\/:*?"<>|\p{Cc}]/u.test(name))
    return refused('INVALID_VALUE', "'NHSD-eRS-File-Name' is no name of a file.", 'http.NHSD-eRS-File-Name');
  const bytes = call.binary?.bytes ?? new Uint8Array();
  if (bytes.length === 0) return empty;
  if (bytes.length > mostBytes) return refused('FILE_SIZE_ERROR', `The file is larger than 5MB (${mostBytes} bytes).`);
  const ubrn = call.header('NHSD-eRS-Referral-ID')?.trim();
  if (ubrn !== undefined && !/^\d{12}$/.test(ubrn))
    return refused('INVALID_VALUE', "'NHSD-eRS-Referral-ID' is no UBRN.", 'http.NHSD-eRS-Referral-ID');
  const type = (call.binary?.type ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (ending === undefined) return refused('INAPPROPRIATE_VALUE', "'NHSD-eRS-File-Name' has no extension.", 'http.NHSD-eRS-File-Name');
  if (!endingsOf(type)?.includes(ending))
    return refused('CONFLICTING_VALUES', `A file of type ${type} is not called .${ending}.`, 'http.NHSD-eRS-File-Name');
  const { user: by, organisation, onBehalfOf } = askerOf(call);
  const attachment = keepAttachment(
    call,
    {
      name,
      type,
      at: call.clock.now(),
      scanned: scan(name, type, bytes),
      by,
      ...(organisation !== undefined && { organisation }),
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      ...(ubrn !== undefined && { ubrn }),
    },
    bytes,
  );
  return { status: 201, headers: { Location: `Binary/${attachment.id}` } };
}

const empty = refused('FILE_SIZE_ERROR', 'The file is empty.');

/** What the contract's checks say of a request without a body. */
export const withoutFile = ({ problem }: Problem, { operation }: AnyCall): Problem | undefined =>
  problem === 'missing-body' && operation.id === 'a020-upload-file-to-document-store' ? empty : undefined;

/** A name with letters of its own comes percent-encoded (RFC 5987), or as it is. */
function fileName(header: string): string {
  try {
    return decodeURIComponent(header.replace(/^utf-8''/i, ''));
  } catch {
    return header; // no encoding of anything
  }
}
