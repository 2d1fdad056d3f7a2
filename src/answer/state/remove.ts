/** DELETE on an item: it is gone, and a list and a read say so. */
import type { Problem, Reply } from '../../mock.ts';
import { successOf } from '../../contract/documented.ts';
import { collectionOf, currentItem, idInPath, keyOf, missingParent, notFound, unknownId, type Inferring } from './inferring.ts';
import { acknowledgement, now } from './keep.ts';
import { writeRow, type Row } from './row.ts';
import { preconditionProblem } from '../../plan/resource/version.ts';

export function remove(inferring: Inferring): Reply | Problem | undefined {
  const { call, contract, inference } = inferring;
  const { resource } = inference;
  const id = idInPath(inferring, resource);
  const success = successOf(call.operation, [204, 200, 202]);
  if (!success) return undefined;
  const orphan = missingParent(inferring, resource);
  if (orphan) return orphan;
  const item = currentItem(inferring, resource, id);
  if (item === 'deleted') return notFound(inferring, id);
  if (!item) {
    const unknown = unknownId(inferring, resource, id);
    if (unknown) return unknown;
  }
  const stale = item && preconditionProblem(call, inference.tagging, item.row.version, item.asPublished);
  if (stale) return stale;
  const version = (item?.row.version ?? 0) + 1;
  const gone: Row = { version, updated: now(inferring), deleted: true, text: '' };
  writeRow(call.store, collectionOf(contract, resource), keyOf(inferring, resource, id), gone);
  const shown = item ? acknowledgement(inferring, resource, success, id, item.row) : undefined;
  return { status: success.status, ...(shown === undefined ? {} : shown) };
}
