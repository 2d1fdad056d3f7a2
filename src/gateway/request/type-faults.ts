/** Faults of the headers that name media types, charsets and codings: what was sent, where it is a name that everybody knows, and what is wanted. */
import { readsAsUtf8 } from '../../contract/bodies/charset.ts';
import { essenceOf, isJsonType } from '../../contract/media-type.ts';
import type { Operation } from '../../contract/contract.ts';
import type { Problem } from '../../mock/problem.ts';
import type { BodyRule } from '../../mock/mock.ts';
import { note, type Incoming } from './incoming.ts';

/** What a client sends by mistake. Any other name is the client's own, and nothing that is sent is quoted unless it is known to say nothing. */
const KNOWN = new Set(
  (
    'application/json application/fhir+json application/json+fhir application/json-patch+json application/merge-patch+json ' +
    'application/problem+json application/vnd.api+json application/ld+json application/hal+json application/x-ndjson application/jose ' +
    'application/xml application/fhir+xml application/xml+fhir application/soap+xml application/xhtml+xml application/yaml ' +
    'application/x-www-form-urlencoded application/octet-stream application/pdf application/zip application/gzip application/graphql ' +
    'application/javascript application/dicom application/hl7-v2 application/edifact application/* multipart/form-data multipart/mixed ' +
    'multipart/related text/plain text/html text/xml text/csv text/css text/javascript text/event-stream text/* image/png image/jpeg ' +
    'image/gif image/webp image/svg+xml image/tiff image/avif image/* audio/mpeg video/mp4 */* gzip x-gzip deflate br zstd compress'
  ).split(' '),
);

/** Names that are told at most. */
const MOST = 3;

const known = (names: readonly string[]): readonly string[] => [...new Set(names.map(essenceOf))].filter((name) => KNOWN.has(name));

/** `; text/html was sent`: the known names of a header, said behind what is wanted. */
export function sentTypes(header: string): string {
  if (header.trim() === '') return '; none was sent';
  const told = known(header.slice(0, 1_000).split(','));
  const more = told.length > MOST ? ' and others' : '';
  if (told.length === 0) return '';
  return `; ${told.slice(0, MOST).join(', ')}${more} ${told.length === 1 ? 'was' : 'were'} sent`;
}

export function wrongType(sent: string, wanted: readonly string[]): Problem {
  const said = sent === '' ? 'No Content-Type was sent' : 'The Content-Type sent is not one this operation takes';
  const types = wanted.join(' or ');
  return {
    problem: 'unsupported-media-type',
    message: `${said}; it takes ${types}.`,
    faults: [{ in: 'header', name: 'Content-Type', pointer: '', keyword: 'contentType', message: `must be ${types}${sentTypes(sent)}` }],
  };
}

export function wrongEncoding(encoding: string): Problem {
  const message = `must be left out, since a body is read as it is${sentTypes(encoding)}`;
  return {
    problem: 'unsupported-media-type',
    message: 'Send the body as it is: Content-Encoding is not supported.',
    faults: [{ in: 'header', name: 'Content-Encoding', pointer: '', keyword: 'contentEncoding', message }],
  };
}

/** JSON is UTF-8 (RFC 8259 §8.1). */
export function wrongCharset(contentType: string, bytes: Uint8Array): Problem | undefined {
  if (!isJsonType(contentType) || readsAsUtf8(contentType, bytes)) return undefined;
  return {
    problem: 'unsupported-media-type',
    message: 'The body is said to be in a charset that JSON is not sent in: send UTF-8.',
    faults: [{ in: 'header', name: 'Content-Type', pointer: '', keyword: 'charset', message: 'must have no charset but utf-8' }],
  };
}

/** Undefined where the request says what its body is, or nobody takes it for anything else. */
export function assumedType(incoming: Incoming, { body }: Operation, rule: BodyRule | undefined): string | undefined {
  const sent = incoming.request.headers.get('content-type');
  const essence = sent === null ? '' : essenceOf(sent);
  const [wanted] = body?.content ?? [];
  if (!wanted) return undefined;
  if (incoming.isOwn) return isAssumedHere(essence) ? wanted.type : undefined;
  if (!rule?.plain || (essence !== '' && essence !== 'text/plain') || incoming.settings.mediaTypes === 'strict') return undefined;
  note(
    incoming,
    `Conformance: the body was sent as ${essence === '' ? 'nothing' : essence}, and this operation takes ${wanted.type}; it was read as that.`,
  );
  return wanted.type;
}

/**
 * `curl -d` calls whatever it sends a form. Asked for no form, the sandbox's own API takes it for what it asks for; whether a web page, which can send
 * forms without being allowed to, may ask at all is settled before.
 */
const isAssumedHere = (essence: string): boolean => essence === '' || essence === 'application/x-www-form-urlencoded';
