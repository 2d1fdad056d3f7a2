/** PATCH on an item: a JSON Patch or a merge patch, applied whole or not at all, and only where the result keeps its schema. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { valueAt } from '../../contract/json-pointer.ts';
import { isObject } from '../../contract/json.ts';
import { JSON_DEPTH } from '../../contract/limits.ts';
import { applyPatch, isTooDeep, mergePatch, parsePatch } from '../../fhir/json-patch.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { keep } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { askedItem } from './current.ts';
import { makePatchedRow } from './make-row.ts';

export function patch(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  if (call.body === undefined) return undefined;
  const asked = askedItem(plan, call, bodies);
  if (isProblem(asked)) return asked;
  const { id, item, missing } = asked;
  if (!item) return missing;
  if (item.row.binary !== undefined) return undefined;
  const before: Json = JSON.parse(item.row.text);
  const patched = applied(plan, call, before);
  if (patched === undefined) return undefined;
  if ('problem' in patched) return item.asPublished && isPublishedRequest(call) ? undefined : patched;
  const about = { id, version: item.row.version + 1, before, body: patched.document, text: item.row.text };
  const made = makePatchedRow(plan, call, bodies, about);
  const broken = newFaults(call, plan.resource.shape, before, made.body ?? null);
  if (broken) return item.asPublished && isPublishedRequest(call) ? undefined : broken;
  return keep(plan, call, bodies, { id, made, success: plan.success, isNew: false });
}

/** The body after this request's patch; undefined where its kind of patch is not known here. */
function applied({ write }: StatePlan, { body }: Call, before: Json): { readonly document: Json } | Problem | undefined {
  if (body === undefined) return undefined;
  const wrapped = isObject(body) && Array.isArray(body['patches']) ? body['patches'] : body;
  if (Array.isArray(wrapped)) {
    const parsed = parsePatch(wrapped);
    const result = parsed.ok ? applyPatch(before, parsed.patches) : parsed;
    if (result.ok) return { document: result.document };
    return {
      problem: 'unprocessable',
      message: `The patch cannot be applied: ${result.message}.`,
      faults: [{ in: 'body', pointer: result.pointer, keyword: 'patch', message: result.message }],
    };
  }
  if (isObject(body) && body['resourceType'] === 'Parameters') return undefined;
  const place = write.row.kind === 'inside' ? write.row.place : [];
  const document = changedAt(before, place, mergePatch(valueAt(before, place) ?? {}, body));
  if (!isTooDeep(document)) return { document };
  const message = `would be nested more than ${JSON_DEPTH} levels deep after this patch`;
  return {
    problem: 'unprocessable',
    message: `The resource ${message}.`,
    faults: [{ in: 'body', pointer: '', keyword: 'patch', message }],
  };
}

/** Faults of the patched body that the body before did not have: what a patch has not touched is not its fault. */
function newFaults(call: Call, at: SchemaAt | undefined, before: Json, after: Json): Problem | undefined {
  if (!at) return undefined;
  const found = call.check(at, after).filter(({ keyword }) => keyword !== 'cost');
  if (found.length === 0) return undefined;
  const old = call.check(at, before);
  const known = new Set(old.map((fault) => `${fault.pointer} ${fault.keyword}`));
  const faults = old.length === 0 ? found : found.filter((fault) => !known.has(`${fault.pointer} ${fault.keyword}`));
  if (faults.length === 0) return undefined;
  return {
    problem: 'invalid-value',
    message: 'The resource would break its schema after this patch.',
    faults: faults.map((fault) => ({ in: 'body', ...fault })),
  };
}

/** A request that the contract itself shows is answered as the contract shows it, while the item is as published. */
function isPublishedRequest({ operation, body }: Call): boolean {
  const sent = JSON.stringify(body);
  return operation.body?.content.some((media) => media.examples.some((example) => JSON.stringify(example.value) === sent)) ?? false;
}
