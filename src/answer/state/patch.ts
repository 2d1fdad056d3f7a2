/** PATCH on an item: a JSON Patch or a merge patch, applied whole or not at all, and only where the result keeps its schema. */
import type { Json, SchemaAt } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { applyPatch, mergePatch, parsePatch } from '../../fhir/json-patch.ts';
import type { Problem, Reply } from '../../mock.ts';
import { jsonMedia, shownSchema, successOf } from '../../contract/documented.ts';
import { collectionOf, currentItem, idInPath, keyOf, notFound, unknownId, type Inferring } from './inferring.ts';
import { acknowledgement, ownership, tag } from './keep.ts';
import { textWithNumbers } from './numbers.ts';
import { writeRow, type Row } from './row.ts';
import { withServerOwned } from '../../plan/write/server-owned.ts';
import { preconditionProblem } from '../../plan/resource/version.ts';

export function patch(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  if (call.body === undefined) return undefined;
  const item = currentItem(inferring, resource, id);
  if (item === 'deleted') return notFound(inferring, id);
  if (!item) return unknownId(inferring, resource, id);
  const stale = preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
  if (stale) return stale;
  const success = successOf(call.operation, [200, 204, 202]);
  if (!success || item.row.binary !== undefined) return undefined;
  const before: Json = JSON.parse(item.row.text);
  const patched = applied(inferring, before);
  if (patched === undefined) return undefined;
  if ('problem' in patched) return item.asPublished && isPublishedRequest(inferring) ? undefined : patched;
  const at = shownSchema(resource.operations.read) ?? jsonMedia(success.response)?.schema;
  const own = ownership(inferring, resource, id, item.row.version + 1, at);
  const body = isObject(patched.document) ? withServerOwned(patched.document, own) : patched.document;
  const broken = newFaults(inferring, at, before, body);
  if (broken) return item.asPublished && isPublishedRequest(inferring) ? undefined : broken;
  const row: Row = { version: own.version, updated: own.updated, text: textWithNumbers(body, [item.row.text, call.bodyText]) };
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), row);
  const shown = acknowledgement(inferring, resource, success, id, row);
  return { status: success.status, headers: tag(inferring, row.version), ...(shown === undefined ? {} : shown) };
}

/** The body after this request's patch; undefined where its kind of patch is not known here. */
function applied({ call }: Inferring, before: Json): { readonly document: Json } | Problem | undefined {
  const { body } = call;
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
  return { document: mergePatch(before, body) };
}

/** Faults of the patched body that the body before did not have: a published example may break its own schema. */
function newFaults({ contract }: Inferring, at: SchemaAt | undefined, before: Json, after: Json): Problem | undefined {
  if (!at) return undefined;
  const known = new Set(contract.check(at, before).map((fault) => `${fault.pointer} ${fault.keyword}`));
  const faults = contract.check(at, after).filter((fault) => !known.has(`${fault.pointer} ${fault.keyword}`));
  if (faults.length === 0) return undefined;
  return {
    problem: 'invalid-value',
    message: 'The resource would break its schema after this patch.',
    faults: faults.map((fault) => ({ in: 'body', ...fault })),
  };
}

/** A request that the contract itself shows is answered as the contract shows it, while the item is as published. */
function isPublishedRequest({ call }: Inferring): boolean {
  const sent = JSON.stringify(call.body);
  return call.operation.body?.content.some((media) => media.examples.some((example) => JSON.stringify(example.value) === sent)) ?? false;
}
