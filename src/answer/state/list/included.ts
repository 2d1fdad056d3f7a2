/** Resources beside the matches of a FHIR search: those that the matches refer to, or that refer to them, wherever this workspace has them. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock.ts';
import { referencesFrom, type Companion, type Inclusion } from '../../../plan/list/include.ts';
import { referenceIn } from '../../../plan/list/search/held.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import { collectionName } from '../../../plan/resource/names.ts';
import type { Resource } from '../../../plan/resource/resource.ts';
import type { Bodies } from '../bodies.ts';
import { currentItem } from '../current.ts';
import { itemPathOf } from '../make-row.ts';
import { findRows } from './find-rows.ts';
import type { Listed } from './listed.ts';

export interface Included {
  readonly text: string;
  readonly address: string | undefined;
}

interface Beside extends Included {
  /** `Practitioner/1`, which is the same wherever it is referred to from. */
  readonly key: string;
  readonly body: Json;
}

/** What is included may include more, so often. */
const rounds = 4;
/** Resources beside the matches at most. */
const most = 500;

export function includedWith(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  { matches, inclusions }: { readonly matches: readonly Listed[]; readonly inclusions: readonly Inclusion[] },
): readonly Included[] {
  if (inclusions.length === 0 || matches.length === 0) return [];
  const found = new Map<string, Beside>();
  const known = new Set(matches.map((match) => keyOf(match.body())));
  let from: readonly Json[] = matches.map((match) => match.body());
  for (let round = 0; round < rounds && from.length > 0; round++) {
    const next: Json[] = [];
    for (const inclusion of inclusions) {
      for (const body of from) {
        const beside = inclusion.isReverse
          ? referringTo(plan, call, bodies, inclusion, body)
          : referredFrom(plan, call, bodies, inclusion, body);
        for (const one of beside) {
          if (known.has(one.key) || found.has(one.key) || found.size >= most) continue;
          found.set(one.key, one);
          next.push(one.body);
        }
      }
    }
    from = next;
  }
  return [...found.values()];
}

const keyOf = (body: Json): string => (isObject(body) ? `${String(body['resourceType'])}/${String(body['id'])}` : '');

function referredFrom(plan: StatePlan, call: Call, bodies: Bodies, { source, places, target }: Inclusion, body: Json): readonly Beside[] {
  if (!isObject(body) || (source !== undefined && body['resourceType'] !== source)) return [];
  return referencesFrom(body, places).flatMap((reference) => {
    const found = resolve(plan, call, bodies, reference);
    return found && (target === undefined || found.key.startsWith(`${target}/`)) ? [found] : [];
  });
}

function resolve(plan: StatePlan, call: Call, bodies: Bodies, reference: string): Beside | undefined {
  const companion = plan.list()?.include.companions.find((one) => isAt(one, reference));
  if (companion) return besideOf(companion);
  const [, type = '', id = ''] = /(?:^|\/)([A-Z][A-Za-z]+)\/([^/?#]+)$/.exec(reference.replace(/\/_history\/[^/]*$/, '')) ?? [];
  const resource = plan.api.resources().find((one) => isOfType(one, type) && one.itemPath !== undefined);
  const item = resource && currentItem(resource, call, bodies, id);
  if (!resource || item === undefined || item === 'deleted' || item.row.binary !== undefined) return undefined;
  const body: Json = JSON.parse(item.row.text);
  return { key: keyOf(body), body, text: item.row.text, address: call.url(itemPathOf(resource, call, id)) };
}

const isOfType = ({ path, parents, single }: Resource, type: string): boolean =>
  !single && parents.length === 0 && collectionName(path) === type;

function isAt({ fullUrl, type, id }: Companion, reference: string): boolean {
  if (fullUrl === reference) return true;
  const [wanted] = referenceIn(reference);
  return wanted?.type === type && id !== undefined && wanted.id === id.toLowerCase();
}

const besideOf = ({ fullUrl, body }: Companion): Beside => ({ key: keyOf(body), body, text: JSON.stringify(body), address: fullUrl });

function referringTo(plan: StatePlan, call: Call, bodies: Bodies, { source, places }: Inclusion, body: Json): readonly Beside[] {
  if (!isObject(body)) return [];
  const refers = (one: Json): boolean =>
    referencesFrom(one, places).some((reference) =>
      isAt({ fullUrl: undefined, type: String(body['resourceType']), id: String(body['id']), body }, reference),
    );
  const companions = (plan.list()?.include.companions ?? []).filter(
    ({ type, body: one }) => (source === undefined || type === source) && refers(one),
  );
  return [
    ...companions.map(besideOf),
    ...(source === undefined ? [] : rowsOf(plan, call, bodies, source).filter(({ body: one }) => refers(one))),
  ];
}

/** All rows of another type, as far as a search may look. */
function rowsOf({ api }: StatePlan, call: Call, bodies: Bodies, type: string): readonly Beside[] {
  const resource = api.resources().find((one) => isOfType(one, type) && one.operations.list !== undefined);
  const operation = resource?.operations.list;
  const plan = operation && api.of(operation).state?.list();
  if (!resource || !plan) return [];
  const { rows } = findRows({
    plan,
    resource,
    call,
    bodies,
    criteria: [],
    sort: undefined,
    start: 0,
    size: lookedAt,
    after: undefined,
  }) ?? { rows: [] };
  return rows.map(({ id, text, body }) => ({
    key: keyOf(body()),
    body: body(),
    text,
    address: id === undefined || resource.itemPath === undefined ? undefined : call.url(itemPathOf(resource, call, id)),
  }));
}

const lookedAt = 1_000;
