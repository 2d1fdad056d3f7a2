/** GET of every version of an item, newest first. */
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import { planFrame } from '../../plan/list/envelope/frame.ts';
import type { ListPage } from '../../plan/list/envelope/write-page.ts';
import type { StatePlan } from '../../plan/operation-plan.ts';
import { collectionName } from '../../plan/resource/names.ts';
import type { Bodies } from './bodies.ts';
import { idInPath, itemKey, publishedBody, unknownId } from './current.ts';
import { filledPath } from './list/list-request.ts';
import { itemPathOf } from './make-row.ts';
import { decodeRow, historyOf, readRow } from './row.ts';

export function history(plan: StatePlan, call: Call, bodies: Bodies): Reply | Problem | undefined {
  const { api, resource, operation, success } = plan;
  const frame = success.media && planFrame(api.meaning, success.media, { name: collectionName(resource.path), certain: true });
  if (!frame) return undefined;
  const id = idInPath(resource, call);
  const key = itemKey(resource, call, id);
  const published = resource.published().rows.get(id);
  const current = readRow(call.store, resource.collection, key);
  const texts = [
    ...(published ? [publishedBody(resource, call, bodies, { id, row: published }).text] : []),
    ...call.store.list(historyOf(resource.collection), `${key}/`).map(([, document]) => decodeRow(document).text),
    ...(current && !current.deleted ? [current.text] : []),
  ].filter((text) => text !== '');
  if (texts.length === 0) return unknownId(resource, call, bodies, id);
  const at = success.media?.schema;
  const { page, element } = frame.writers(() => (at ? bodies.value(call, at, '', `frame ${operation.id}`) : undefined));
  const address = call.url(itemPathOf(resource, call, id));
  const elements = texts.toReversed().map((text) => element({ text, id, address: () => address, cursor: () => '' }));
  return { status: success.status, rendered: page(wholeList(texts.length, call), elements.join(',')) };
}

/** All of them are on one page. */
function wholeList(total: number, call: Call): ListPage {
  return {
    count: (count) =>
      count === 'page' || count === 'pages' || count === 'from' ? 1 : count === 'start' || count === 'remaining' ? 0 : total,
    flag: (flag) => flag === 'isFirst' || flag === 'isLast',
    id: () => undefined,
    given: () => undefined,
    way: (relation, as) =>
      relation === 'self' && as === 'link' ? call.url(filledPath(call, call.operation.path) + call.search) : undefined,
    usualWay: 'link',
    bundle: 'history',
    now: new Date(call.clock.now()).toISOString(),
  };
}
