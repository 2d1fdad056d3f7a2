/** A list of what records tell, where its contract keeps nothing: read as a list of a collection that holds no rows of its own. */
import type { Operation } from '../../contract/contract.ts';
import { lazily } from '../../contract/lazily.ts';
import type { ApiPlan } from '../api-plan.ts';
import { itemShape } from '../list/envelope/envelope.ts';
import { planFrame } from '../list/envelope/frame.ts';
import { planIndex } from '../list/row-index.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { planId } from '../resource/id-plan.ts';
import { collectionName } from '../resource/names.ts';
import type { Resource } from '../resource/resource.ts';
import { planToldItems } from './told-items.ts';

/** Undefined where it lists nothing that a record tells. */
export function planUnkept({ contract, meaning, resources }: ApiPlan, operation: Operation, success: SuccessPlan): Resource | undefined {
  const path = operation.path.replace(/\/_(?:search|count)$/, '');
  const name = collectionName(path);
  const frame = success.media && planFrame(meaning, success.media, { name, certain: true });
  if (!frame?.envelope.bundle) return undefined;
  const all = [{ operation, interaction: 'list' as const }];
  const shape = itemShape(frame.envelope)?.at;
  const told = planToldItems(contract, meaning, { path, shape, single: false, all });
  if (!told) return undefined;
  const parents = [...path.matchAll(/\{([^{}]+)\}/g)].flatMap(([, parameter]) => parameter ?? []);
  const by = parents.at(-1);
  const of = resources().find((one) => one.itemPath !== undefined && one.parents.length === 0 && one.told()?.type === told.type);
  return {
    path,
    collection: of?.collection ?? contract.slug + path,
    parents,
    parent: undefined,
    parameter: undefined,
    single: false,
    operations: { list: operation },
    all,
    shape: of?.shape ?? shape,
    id: planId({ meaning, operation: undefined, path, parameter: undefined, shape, sent: undefined, shown: undefined }),
    index: of?.index ?? lazily(() => planIndex([])),
    published: () => nothing,
    told: () => told,
    plain: () => undefined,
    ...(of && by !== undefined && { view: { of, by } }),
  };
}

const nothing: ReturnType<Resource['published']> = { rows: new Map(), ids: new Set(), named: new Set(), shown: [], parents: {} };
