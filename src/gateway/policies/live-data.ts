/**
 * Keeps numbers of real patients out: an NHS number from the issued ranges, where it stands in an identifier or is written as one,
 * is refused before anything stores or quotes it. Numbers that a contract itself publishes as examples may pass.
 */
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import { escapeToken } from '../../contract/json.ts';
import { findLiveNhsNumbers, mayHoldLiveNumber } from '../../fhir/nhs-number.ts';
import type { Fault, Problem } from '../../mock.ts';
import { note, type Incoming, type ReadBody } from '../request/incoming.ts';
import { decodeUrl } from '../request/path.ts';

export function checkLiveData(incoming: Incoming): Problem | undefined {
  const { match, body } = incoming;
  if (!match || !incoming.call) return undefined;
  if (!incoming.isSuspect && (body === undefined || isInnocent(body))) return undefined;
  const faults = [...parameterFaults(incoming), ...(body ? bodyFaults(incoming, body) : [])];
  if (faults.length === 0) return undefined;
  return {
    problem: 'live-data',
    message: 'An NHS number from the ranges issued to real patients was sent. Use a number beginning 999, or a published test patient.',
    faults,
  };
}

/** The files of a form, and bytes that are no JSON, have to be looked into. */
function isInnocent({ text }: ReadBody): boolean {
  return text !== undefined && !mayHoldLiveNumber(decodeUrl(text) ?? text);
}

const message = 'holds an NHS number from the ranges issued to real patients; use one beginning 999';

function parameterFaults(incoming: Incoming): readonly Fault[] {
  const { match, call, request } = incoming;
  if (!match || !call) return [];
  const {
    operation,
    api,
    plan: { parameters },
  } = match.target;
  const { meaning } = api.plan;
  const allowed = api.plan.publishedNumbers();
  return parameters.flatMap((parameter): readonly Fault[] => {
    const sent =
      parameter.in === 'path'
        ? match.path[parameter.name]
        : parameter.in === 'query'
          ? call.query[parameter.name]
          : parameter.in === 'header'
            ? request.headers.get(parameter.name)
            : undefined;
    const text = typeof sent === 'string' || typeof sent === 'number' ? String(sent) : JSON.stringify(sent ?? '');
    if (!mayHoldLiveNumber(text)) return [];
    const identifier = meaning.parameterRole(operation, parameter) === 'patient.nhsNumber' || /nhs[-_ ]?number/i.test(text);
    const found = findLiveNhsNumbers(text, { identifier, allowed });
    if (found.some(({ certainty }) => certainty === 'certain'))
      return [{ in: parameter.in, name: parameter.name, pointer: '', keyword: 'live-data', message }];
    if (found.length > 0)
      note(incoming, `The ${parameter.in} parameter ${parameter.name} could hold a live NHS number; it is withheld from this record.`);
    return [];
  });
}

function bodyFaults(incoming: Incoming, body: ReadBody): readonly Fault[] {
  const { match } = incoming;
  if (!match) return [];
  const { meaning, publishedNumbers } = match.target.api.plan;
  const allowed = publishedNumbers();
  const bad = (text: string, identifier: boolean): boolean =>
    mayHoldLiveNumber(text) && findLiveNhsNumbers(text, { identifier, allowed }).some(({ certainty }) => certainty === 'certain');
  if (body.text === undefined) {
    // The files of a form are no part of its value.
    const text = readable(body.bytes);
    if (text !== undefined && bad(text, false)) return [{ in: 'body', pointer: '', keyword: 'live-data', message }];
  }
  if (body.value === undefined) return [];
  const at = match.target.operation.body?.content.find((media) => media.schema)?.schema;
  return instanceLeaves(meaning, body.value, at, match.target.operation).flatMap((leaf): readonly Fault[] => {
    const { name } = leaf;
    const text = String(leaf.value);
    const inside = attachedText(name, text);
    if (!mayHoldLiveNumber(text) && inside === undefined) return [];
    const identifier = leaf.role === 'patient.nhsNumber' || /nhs[-_ ]?num/i.test(name);
    return bad(text, identifier) || (inside !== undefined && bad(inside, false))
      ? [{ in: 'body', pointer: leaf.tokens.map((token) => `/${escapeToken(token)}`).join(''), keyword: 'live-data', message }]
      : [];
  });
}

/** The text inside a base64 attachment, where it is text. */
function attachedText(name: string, text: string): string | undefined {
  if (!/^(data|content|attachment|payload)$/i.test(name) || text.length < 16 || !/^[A-Za-z0-9+/\s]+=*$/.test(text)) return undefined;
  try {
    return readable(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function readable(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
