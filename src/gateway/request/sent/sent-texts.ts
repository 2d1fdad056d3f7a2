/** Everything that a request sends, read once: path, query, headers, cookies and body, as the texts in it that could be a live number. */
import type { ParameterPlace } from '../../../contract/contract.ts';
import type { Match } from '../../api.ts';
import { headersOf, type Incoming, type ReadBody } from '../incoming.ts';
import { decodePath } from '../path.ts';
import type { Template } from '../template.ts';
import { lookThrough, type SentText } from './look-through.ts';
import { formAsJson, insideBody, isWorthReading } from './structured.ts';
import { unescaped } from '../../../fhir/escapes.ts';

export interface SentValue extends SentText {
  readonly in: ParameterPlace | 'body';
  /** The parameter's name; '' for a body. */
  readonly name: string;
}

export function sentTexts(incoming: Incoming, match: Match): readonly SentValue[] {
  const found: SentValue[] = [];
  const visit =
    (place: SentValue['in'], name: string) =>
    (text: SentText): void =>
      void found.push({ ...text, in: place, name });
  readPath(incoming, match, visit);
  readQuery(incoming, visit);
  readHeaders(incoming, visit);
  if (incoming.body && !isClosed(incoming)) readBodyTexts(incoming.body, visit('body', ''));
  return found;
}

type Visitor = (place: SentValue['in'], name: string) => (text: SentText) => void;

function readPath({ url }: Incoming, { path, target }: Match, visit: Visitor): void {
  for (const name in path) {
    const text = path[name] ?? '';
    if (!isWorthReading(text)) continue;
    const seen = visit('path', name);
    const isPatient = namesPatientBefore(target.template, name);
    lookThrough(text, name, isPatient ? (sent) => seen({ ...sent, identifier: true }) : seen);
  }
  if (target.template.wildcard && isWorthReading(unescaped(url.pathname)))
    for (const segment of decodePath(url.pathname) ?? [url.pathname]) lookThrough(segment, '', visit('path', '*'));
}

/** `/Patient/{id}`, as FHIR has it. */
function namesPatientBefore({ segments }: Template, name: string): boolean {
  const at = segments.findIndex((segment) => segment.some((part) => 'parameter' in part && part.parameter === name));
  const [before] = segments[at - 1] ?? [];
  return before !== undefined && 'literal' in before && before.literal === 'Patient';
}

function readQuery({ url: { search } }: Incoming, visit: Visitor): void {
  if (search.length < 10) return;
  const query = search.slice(1);
  if (!isWorthReading(query.includes('+') ? query.replaceAll('+', ' ') : query)) return;
  for (const [name, value] of Object.entries(formAsJson(query))) lookThrough({ [name]: value }, '', visit('query', name));
}

function readHeaders(incoming: Incoming, visit: Visitor): void {
  const { grants } = incoming.workspace;
  for (const [name, text] of headersOf(incoming)) {
    // A token that was given out here is nobody's number, and comes with every request.
    if (name === 'authorization' && text.startsWith(bearer) && grants.isHeld(text.slice(bearer.length))) continue;
    if (!isWorthReading(text)) continue;
    if (name !== 'cookie') lookThrough({ [name]: text }, '', visit('header', name));
    else for (const pair of text.split(';')) lookThrough(formAsJson(pair.trim()), '', visit('cookie', pair.split('=')[0]?.trim() ?? ''));
  }
}

const bearer = 'Bearer ';

/** Encoded, or of the sandbox's own API, which looks into it itself: contracts may publish what nobody may send. */
function isClosed({ isOwn, request, body }: Incoming): boolean {
  return body?.unread === true && (isOwn || (request.headers.get('content-encoding') ?? 'identity') !== 'identity');
}

function readBodyTexts({ bytes, contentType, text, value }: ReadBody, visit: (text: SentText) => void): void {
  if (text === undefined) for (const inside of insideBody(bytes, contentType)) lookThrough(inside, '', visit);
  else if (value !== undefined) lookThrough(value, '', visit);
}
