/** Resources beside the matches of a FHIR search: those that the matches refer to, or that refer to them, wherever this workspace has them. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock.ts';
import { referencesFrom, type Inclusion } from '../../../plan/list/include.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import type { Bodies } from '../bodies.ts';
import type { Listed } from './listed.ts';
import { besideOf, isAt, keyOf, resolveReference, type ReferredTo } from './resolve-reference.ts';
import { rowsOfType } from './rows-of-type.ts';

/** What is included may include more, so often. */
const rounds = 4;
/** Resources beside the matches at most. */
const most = 500;

export function includedWith(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  { matches, inclusions }: { readonly matches: readonly Listed[]; readonly inclusions: readonly Inclusion[] },
): readonly ReferredTo[] {
  if (inclusions.length === 0 || matches.length === 0) return [];
  const found = new Map<string, ReferredTo>();
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

function referredFrom(
  plan: StatePlan,
  call: Call,
  bodies: Bodies,
  { source, places, target }: Inclusion,
  body: Json,
): readonly ReferredTo[] {
  if (!isObject(body) || (source !== undefined && body['resourceType'] !== source)) return [];
  return referencesFrom(body, places).flatMap((reference) => {
    const found = resolveReference(plan, call, bodies, reference);
    return found && (target === undefined || found.key.startsWith(`${target}/`)) ? [found] : [];
  });
}

function referringTo(plan: StatePlan, call: Call, bodies: Bodies, { source, places }: Inclusion, body: Json): readonly ReferredTo[] {
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
    ...(source === undefined ? [] : rowsOfType(plan, call, bodies, source).filter(({ body: one }) => refers(one))),
  ];
}
