/** Resources beside the matches of a FHIR search: those that the matches refer to, or that refer to them, wherever this workspace has them. */
import type { Json } from '../../../contract/contract.ts';
import { isObject } from '../../../contract/json.ts';
import type { Call } from '../../../mock/call.ts';
import { referencesFrom, type Inclusion } from '../../../plan/list/include.ts';
import { referenceIn } from '../../../plan/list/search/held.ts';
import type { StatePlan } from '../../../plan/operation-plan.ts';
import type { Bodies } from '../bodies.ts';
import type { Listed } from './listed.ts';
import { besideOf, keyOf, resolveReference, type ReferredTo, type Resolving } from './resolve-reference.ts';
import { rowsOfType } from './rows-of-type.ts';

/** What is included may include more, so often. */
const rounds = 4;
/** Resources beside the matches at most. */
const most = 500;

export function includedWith(
  resolving: Resolving,
  { matches, inclusions }: { readonly matches: readonly Listed[]; readonly inclusions: readonly Inclusion[] },
): readonly ReferredTo[] {
  if (inclusions.length === 0 || matches.length === 0) return [];
  const { plan, call, bodies } = resolving;
  const found = new Map<string, ReferredTo>();
  const referring = referrers(plan, call, bodies);
  const known = new Set(matches.map((match) => keyOf(match.body())));
  let from: readonly Json[] = matches.map((match) => match.body());
  for (let round = 0; round < rounds && from.length > 0; round++) {
    const next: Json[] = [];
    for (const inclusion of inclusions) {
      for (const body of from) {
        const beside = inclusion.isReverse ? referring(inclusion, body) : referredBy(resolving, inclusion, body);
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

function referredBy(resolving: Resolving, { source, places, target }: Inclusion, body: Json): readonly ReferredTo[] {
  if (!isObject(body) || (source !== undefined && body['resourceType'] !== source)) return [];
  return referencesFrom(body, places).flatMap((reference) => {
    const found = resolveReference(resolving, reference);
    return found && (target === undefined || found.key.startsWith(`${target}/`)) ? [found] : [];
  });
}

/** What refers to a body. Everything that may is looked at once, however many bodies there are. */
function referrers(plan: StatePlan, call: Call, bodies: Bodies): (inclusion: Inclusion, body: Json) => readonly ReferredTo[] {
  const rows = new Map<string, readonly ReferredTo[]>();
  const indexes = new Map<Inclusion, ReadonlyMap<string, readonly ReferredTo[]>>();

  function rowsOf(source: string): readonly ReferredTo[] {
    const known = rows.get(source) ?? rowsOfType(plan, call, bodies, source);
    rows.set(source, known);
    return known;
  }

  /** By what they refer to. */
  function indexOf({ source, places }: Inclusion): ReadonlyMap<string, readonly ReferredTo[]> {
    const companions = (plan.list()?.include.companions ?? []).filter(({ type }) => source === undefined || type === source);
    const index = new Map<string, ReferredTo[]>();
    for (const one of [...companions.map(besideOf), ...(source === undefined ? [] : rowsOf(source))]) {
      for (const key of new Set(referencesFrom(one.body, places).map(placeOf))) {
        const beside = index.get(key);
        if (beside) beside.push(one);
        else index.set(key, [one]);
      }
    }
    return index;
  }

  return (inclusion, body) => {
    if (!isObject(body)) return [];
    const index = indexes.get(inclusion) ?? indexOf(inclusion);
    indexes.set(inclusion, index);
    return index.get(`${String(body['resourceType'])}/${String(body['id']).toLowerCase()}`) ?? [];
  };
}

/** The type and the id that a reference names, whichever server it names them on. */
function placeOf(reference: string): string {
  const [wanted] = referenceIn(reference);
  return `${wanted?.type ?? ''}/${wanted?.id ?? ''}`;
}
