/** GET of one item, and of one of its versions. */
import { fromBase64 } from '../../contract/base64.ts';
import { jsonMedia, type Success } from '../../contract/documented.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Call } from '../../mock/call.ts';
import type { Reply } from '../../mock/reply.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { tag } from './acknowledge.ts';
import type { Bodies } from './bodies.ts';
import { askedItem, itemKey, notFound, publishedBody } from './current.ts';
import { decodeRow, historyOf, versionKey, type Row } from './row.ts';

export function read(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const asked = askedItem(plan, call, bodies);
  if (isProblem(asked)) return asked;
  const { item, isDeleted, missing } = asked;
  if (missing && isDeleted) return { ...missing, problem: 'gone' };
  if (!item) return plan.resource.single ? undefined : missing;
  // A published item of a kind that travels as bytes is shown by its example.
  if (item.asPublished && !plan.success.media) return item.isRecorded ? bytesOf(plan, item.row) : undefined;
  return shown(plan, item.row, plan.success);
}

/** What a Binary holds, for who asks for that alone. */
function bytesOf({ success: { status } }: StatePlan, { text }: Row): Reply | undefined {
  const { contentType, data, content = data }: Partial<Record<string, unknown>> = JSON.parse(text);
  if (typeof contentType !== 'string' || typeof content !== 'string') return undefined;
  return { status, binary: { bytes: fromBase64(content), type: contentType } };
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
  const asked = askedItem(plan, call, bodies);
  if (isProblem(asked)) return asked;
  const { id, item, isDeleted, missing } = asked;
  const versionParameter = operation.parameters.filter((p) => p.in === 'path').at(-1)?.name ?? '';
  const wanted = String(call.path[versionParameter] ?? '');
  if (item && String(item.row.version) === wanted) return shown(plan, item.row, success);
  const past = call.store.get(historyOf(resource.collection), versionKey(itemKey(resource, call, id), wanted));
  if (past !== undefined) return shown(plan, decodeRow(past), success);
  const published = resource.published().rows.get(id);
  if (published && String(published.version) === wanted)
    return shown(
      plan,
      { version: published.version, updated: '', text: publishedBody(resource, call, bodies, { id, row: published }).text },
      success,
    );
  return item || isDeleted ? notFound(resource, id) : missing;
}
