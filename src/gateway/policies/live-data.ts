/**
 * Keeps numbers of real patients out: an NHS number from the issued ranges, or a CHI number, where it identifies somebody or is written as
 * one, is refused before anything stores or quotes it. Numbers that a contract itself publishes as examples may pass as identifiers.
 */
import { pointerOf } from '../../contract/json-pointer.ts';
import { lazily } from '../../contract/lazily.ts';
import { SHOWN_PLACE } from '../../contract/limits.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import { findLiveNumbers, mayHoldLiveNumber, redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { nhsNumberHash } from '../../fhir/nhs-number.ts';
import type { Fault, Problem } from '../../mock/problem.ts';
import type { Target } from '../api.ts';
import { note, type Incoming } from '../request/incoming.ts';
import { lookThrough } from '../request/sent/look-through.ts';
import { mayHoldBase64 } from '../request/sent/base64.ts';
import { insideBody } from '../request/sent/structured.ts';
import { hasEscapes, unescaped } from '../../fhir/escapes.ts';
import { sentTexts, type SentValue } from '../request/sent/sent-texts.ts';

export function checkLiveData(incoming: Incoming): Problem | undefined {
  const { match } = incoming;
  if (!match) return undefined;
  const sent = sentTexts(incoming, match);
  if (sent.length === 0) {
    incoming.isLookedThrough = true;
    return undefined;
  }
  const isIdentifier = meaningsOf(incoming, match.target);
  const suspects = new Set<string>();
  const certain = new Set<string>();
  const possible = new Set<string>();
  const spelled = new Set<string>();
  const suspectHeaders = new Set<string>();
  const faults: Fault[] = [];
  for (const value of sent) {
    // What a place means is asked only where there is something.
    if (findLiveNumbers(value.text, { identifier: true }).length === 0) continue;
    const allowed = match.target.api.plan.publishedNumbers().fingerprints;
    const found = findLiveNumbers(value.text, { identifier: value.identifier || isIdentifier(value), telephone: value.telephone, allowed });
    if (found.length === 0) continue;
    for (const { digits, start, end } of found) {
      suspects.add(digits);
      if (value.in === 'body') spelled.add(value.text.slice(start, end));
    }
    if (value.in === 'header') suspectHeaders.add(value.name);
    const isCertain = found.some(({ certainty }) => certainty === 'certain');
    const place = placeOf(value);
    const key = `${place.in} ${place.name ?? ''} ${place.pointer}`;
    if (!isCertain) possible.add(key);
    else if (!certain.has(key)) {
      certain.add(key);
      if (faults.length < MOST_FAULTS) faults.push({ ...place, keyword: 'live-data', message });
    }
  }
  if (suspects.size > 0) Object.assign(incoming, { suspects, suspectHeaders, spelled });
  for (const key of [...possible].filter((one) => !certain.has(one)).slice(0, MOST_FAULTS))
    note(incoming, `What was sent in ${key.trim()} could be a live NHS number; it is withheld wherever this exchange is kept.`);
  if (faults.length === 0) {
    incoming.isLookedThrough = true;
    return undefined;
  }
  return {
    problem: 'live-data',
    message: 'An NHS number from the ranges issued to real patients was sent. Use a number beginning 999, or that of a test person.',
    faults,
  };
}

/** A row of a collection that keeps people, as an export begins it: its key is whom it is of. */
const ofPatients = /^\{"collection":"[^"]*(?:patient|person|nhs)/i;

/** Whether a line of an export identifies somebody by a live number: what is in a document is looked at as if it had been sent. */
export function holdsLiveNumber(line: string, allowed: readonly ReadonlySet<string>[]): boolean {
  const readable = hasEscapes(line) ? unescaped(line) : line;
  const isPlain = mayHoldLiveNumber(readable) && findLiveNumbers(readable, { identifier: true }).length > 0;
  if (!isPlain && !mayHoldBase64(readable)) return false;
  let isLive = false;
  for (const inside of insideBody(new TextEncoder().encode(line), 'application/x-ndjson'))
    lookThrough(inside, '', ({ text, identifier, telephone, tokens }) => {
      const isOfPatient = tokens.at(-1) === 'key' && ofPatients.test(line);
      const found = findLiveNumbers(text, { identifier: identifier || isOfPatient, telephone });
      isLive ||= found.some(
        ({ digits, certainty }) => certainty === 'certain' && !allowed.some((known) => known.has(nhsNumberHash(digits))),
      );
    });
  return isLive;
}

const MOST_FAULTS = 20;
const message = 'holds an NHS number from the ranges issued to real patients; use one beginning 999';

/** Where it stands, with no number in it. */
function placeOf({ in: place, name, tokens }: SentValue): Pick<Fault, 'in' | 'name' | 'pointer'> {
  return place === 'body'
    ? { in: place, pointer: pointerOf(tokens.map((token) => shown(token))) }
    : { in: place, name: shown(name), pointer: '' };
}

/** A name may be as long as a body, and stand above ten thousand numbers. */
const shown = (name: string): string => redactLiveNumbers(name.slice(0, longestShown));
const longestShown = 2 * SHOWN_PLACE;

/** What names so long mean, nobody asks. */
const isShort = (tokens: SentValue['tokens']): boolean =>
  tokens.reduce<number>((sum, token) => sum + String(token).length, 0) <= longestMeant;
const longestMeant = 2_000;

/** What the contract says of a place whose own name says nothing. */
function meaningsOf({ body }: Incoming, { operation, plan, api }: Target): (value: SentValue) => boolean {
  const { meaning } = api.plan;
  const leaves = lazily(() => {
    const at = operation.body?.content.find((media) => media.schema)?.schema;
    const short = instanceLeaves(meaning, body?.value ?? null, at, operation).filter(({ tokens }) => isShort(tokens));
    return new Map(short.map((leaf) => [pointerOf(leaf.tokens), leaf]));
  });
  return ({ in: place, name, tokens }) => {
    if (place === 'body') return isShort(tokens) && leaves().get(pointerOf(tokens))?.role === 'patient.nhsNumber';
    const parameter = plan.parameters.find((one) => one.in === place && (place === 'header' ? one.name.toLowerCase() : one.name) === name);
    return parameter !== undefined && meaning.parameterRole(operation, parameter) === 'patient.nhsNumber';
  };
}
