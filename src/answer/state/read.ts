/** GET of one item, and of one of its versions. */
import { jsonMedia, type Success } from '../../contract/documented.ts';
import type { Call, Problem, Reply } from '../../mock.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { tag } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { currentItem, idInPath, itemKey, missingParent, notFound, publishedBody, unknownId } from './current.ts';
import { decodeRow, fromBase64, historyOf, versionKey, type Row } from './row.ts';

export function read(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, success } = plan;
  const orphan = missingParent(resource, call, bodies);
  if (orphan) return orphan;
  const id = idInPath(resource, call);
  const item = currentItem(resource, call, bodies, id);
  if (item === 'deleted') return { ...notFound(resource, id), problem: 'gone' };
  if (!item) return resource.single ? undefined : unknownId(resource, call, bodies, id);
  // A published item of a kind that travels as bytes is shown by its example.
  if (item.asPublished && !success.media) return undefined;
  return shown(plan, item.row, success);
}

/** A row as a documented response shows it. */
function shown(plan: StatePlan, row: Row, { status, response }: Success): Reply {
  const headers = tag(plan, row.version);
  if (row.binary !== undefined) return { status, headers, binary: { bytes: fromBase64(row.text), type: row.binary } };
  if (response.content.length === 0 || !jsonMedia(response)) return { status, headers };
  return { status, headers, rendered: row.text };
}

export function readVersion(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { resource, success, operation } = plan;
  const id = idInPath(resource, call);
  const item = currentItem(resource, call, bodies, id);
  const versionParameter = operation.parameters.filter((p) => p.in === 'path').at(-1)?.name ?? '';
  const wanted = String(call.path[versionParameter] ?? '');
  if (item !== undefined && item !== 'deleted' && String(item.row.version) === wanted) return shown(plan, item.row, success);
  const past = call.store.get(historyOf(resource.collection), versionKey(itemKey(resource, call, id), wanted));
  if (past !== undefined) return shown(plan, decodeRow(past), success);
  const published = resource.published().rows.get(id);
  if (published && String(published.version) === wanted)
    return shown(
      plan,
      { version: published.version, updated: '', text: publishedBody(resource, call, bodies, { id, row: published }).text },
      success,
    );
  return item === undefined ? unknownId(resource, call, bodies, id) : notFound(resource, id);
}
