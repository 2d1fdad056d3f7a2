/** What a client sends, what it says that it is, and what it says that it understands. */
import type { Json, Operation } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { essenceOf } from '../../contract/media-type.ts';
import type { ConformanceRule } from '../../mock/conformance.ts';
import { succeeded } from '../sameness.ts';
import { fhir, rfc } from '../sources.ts';

export const typeTolerated: ConformanceRule = {
  id: 'media-type-tolerated',
  title: 'A body is sent as one of the types that the API takes',
  source: rfc('9110', '15.5.16'),
  weight: 'risks',
  judge(turn) {
    const types = (turn.operation?.body?.content ?? []).map(({ type }) => essenceOf(type));
    if (!succeeded(turn) || (turn.exchange.sent?.body?.bytes ?? 0) === 0 || types.length === 0) return undefined;
    const sent = turn.sent('content-type');
    const isTaken = types.some((type) => type === essenceOf(sent ?? '') || type.includes('*'));
    return isTaken
      ? undefined
      : `the body ${sent === undefined ? 'has no Content-Type' : `is sent as ${essenceOf(sent)}`}, which was let pass here: the API takes ${types.join(', ')}, and may answer 415.`;
  },
};

export const acceptMissing: ConformanceRule = {
  id: 'accept-missing',
  title: 'Where an API answers in several types or versions, the client says which it wants',
  source: rfc('9110', '12.5.1'),
  weight: 'risks',
  judge({ operation, sent }) {
    const accept = sent('accept')?.trim() ?? '';
    const types = operation ? successTypesOf(operation) : [];
    const isChoice = types.length > 1 || types.some((type) => /;\s*version=/i.test(type));
    return isChoice && (accept === '' || accept === '*/*')
      ? `the request takes any type, and the API has ${types.join(', ')}: which one comes may be another one there, or tomorrow.`
      : undefined;
  },
};

const successTypesOf = ({ responses }: Operation): readonly string[] => [
  ...new Set([...responses].flatMap(([key, { content }]) => (key.startsWith('2') ? content.map(({ type }) => type) : []))),
];

export const emptyValues: ConformanceRule = {
  id: 'empty-values',
  title: 'A FHIR resource leaves out what has no value',
  source: fhir('json.html', 'the JSON format'),
  weight: 'fails',
  judge(turn) {
    const body = turn.body();
    const place = isObject(body) && typeof body['resourceType'] === 'string' ? emptyIn(body, '') : undefined;
    return place === undefined
      ? undefined
      : `${place} is empty: FHIR has no null, no empty text, list or object. What has no value is left out.`;
  },
};

/** Where something without a value stands. Texts with extensions in a list beside them may be null in theirs (FHIR R4, JSON, 2.6.2.3). */
function emptyIn(value: Json, place: string): string | undefined {
  if (value === null || value === '') return place;
  if (typeof value !== 'object') return undefined;
  const members = Object.entries(value);
  if (members.length === 0) return place;
  for (const [name, member] of members) {
    const mayBeNull = Array.isArray(value) && member === null;
    const found = mayBeNull ? undefined : emptyIn(member, `${place}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whose extensions the NHS's APIs know: HL7's, HL7 UK's, the NHS's own. */
const publishers = /^https?:\/\/(?:[a-z0-9.-]+\.)?(?:hl7\.org|hl7\.org\.uk|nhs\.uk|nhs\.net)(?:\/|$)/i;

export const extensionTolerated: ConformanceRule = {
  id: 'extension-tolerated',
  title: 'Extensions are those that the API or its profiles publish',
  source: fhir('extensibility.html', 'extensions'),
  weight: 'risks',
  judge(turn) {
    const url = succeeded(turn) ? strangeExtension(turn.body()) : undefined;
    return url === undefined
      ? undefined
      : `it has the extension ${JSON.stringify(url.slice(0, 200))}, which nobody publishes for the NHS: it was kept here, and a service drops it, or refuses the resource.`;
  },
};

function strangeExtension(value: Json | undefined): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (/^(?:modifierE|e)xtension$/.test(name) && Array.isArray(member))
      for (const one of member) {
        const url: unknown = isObject(one) ? one['url'] : undefined;
        // A part of an extension has a name in place of an address.
        if (typeof url === 'string' && url.includes(':') && !publishers.test(url)) return url;
      }
    const found = strangeExtension(member);
    if (found !== undefined) return found;
  }
  return undefined;
}

const overrides = ['x-http-method-override', 'x-http-method', 'x-method-override'];

export const methodOverridden: ConformanceRule = {
  id: 'method-overridden',
  title: 'A request is sent by the method that is meant',
  source: rfc('9110', '9.1'),
  weight: 'fails',
  judge({ sent }) {
    const name = overrides.find((each) => sent(each) !== undefined);
    return name === undefined ? undefined : `${name} is nothing that the API knows: it does what the method of the request says.`;
  },
};
