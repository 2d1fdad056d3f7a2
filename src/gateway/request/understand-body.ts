/** What the bytes of a form mean to the operation that was chosen, by the schema of the media type that it documents for them. */
import type { Json } from '../../contract/contract.ts';
import type { BodyPlan } from '../../contract/bodies/plan-bodies.ts';
import { documentedType } from '../../contract/media-type.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Target } from '../api.ts';
import { tellingOf } from '../in-profile.ts';
import { note, type Incoming, type ReadBody } from './incoming.ts';
import { malformed } from './read-body.ts';

export function understandBody(incoming: Incoming): Problem | undefined {
  const { body, match } = incoming;
  if (body?.value !== undefined) readFromProfile(incoming, body, body.value);
  const understood = body && match && readBodyAs(body, match.target);
  if (!body || !understood) return undefined;
  if ('malformed' in understood) return malformed(understood.malformed, '');
  const { binary: _, ...others } = body;
  for (const line of understood.notes ?? []) note(incoming, line);
  incoming.body = understood.asBytes
    ? { ...body, faults: understood.faults }
    : { ...others, value: understood.value, faults: understood.faults, ...(understood.several && { several: understood.several }) };
  return undefined;
}

/** From here on it has the form of the contract. */
function readFromProfile(incoming: Incoming, body: ReadBody, sent: Json): void {
  const value = tellingOf(incoming)?.read(sent) ?? sent;
  if (value !== sent) incoming.body = { ...body, value, text: JSON.stringify(value) };
}

/** What an operation documents for the type of a body. */
export function bodyPlan(body: ReadBody, { plan }: Target): BodyPlan | undefined {
  return documentedType(body.contentType, plan.bodies);
}

/** Undefined for JSON, which needs no schema to be read, and for what is kept as it came. */
export function readBodyAs(body: ReadBody, target: Target): ReturnType<BodyPlan['read']> {
  return body.value === undefined && body.unread !== true ? bodyPlan(body, target)?.read(body.bytes, body.contentType) : undefined;
}
