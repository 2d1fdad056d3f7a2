/** PUT on an item: replaces it, or makes it where the contract says that it may. */
import type { Problem, Reply } from '../../mock.ts';
import { successOf } from '../../contract/documented.ts';
import { collectionOf, currentItem, idInPath, keyOf, missingParent, notFound, unknownId, type Inferring } from './inferring.ts';
import { acknowledgement, location, rowFor, tag } from './keep.ts';
import { writeRow } from './row.ts';
import { preconditionProblem } from '../../plan/resource/version.ts';

export function replace(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  if (call.body === undefined && call.binary === undefined) return undefined;
  const id = idInPath(inferring, resource);
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  const item = currentItem(inferring, resource, id);
  const creates = call.operation.responses.has('201') || resource.single;
  if (!item || item === 'deleted') {
    const unknown = item === 'deleted' ? notFound(inferring, id) : unknownId(inferring, resource, id);
    if (unknown && !creates) return unknown;
  } else {
    const stale = preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
    if (stale) return stale;
  }
  const existing = item !== undefined && item !== 'deleted' ? item : undefined;
  const success = successOf(call.operation, existing ? [200, 204, 201] : [201, 200, 204]);
  if (!success) return undefined;
  const row = rowFor(inferring, resource, id, (existing?.row.version ?? 0) + 1);
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), row);
  const headers = { ...(existing ? {} : location(inferring, resource, id)), ...tag(inferring, row.version) };
  const body = acknowledgement(inferring, resource, success, id, row);
  return { status: success.status, headers, ...(body === undefined ? {} : body) };
}
