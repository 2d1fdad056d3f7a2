/** What a write keeps of what is sent, what the server adds to it, and what it answers: decided from the schemas, once. */
import type { Json, Operation, Schema, SchemaAt } from '../../contract/contract.ts';
import { jsonMedia, successOf } from '../../contract/documented.ts';
import { withoutWriteOnly } from '../../contract/write-only.ts';
import type { ApiPlan } from '../api-plan.ts';
import { lazily, lazilyFor } from '../../contract/lazily.ts';
import type { SuccessPlan } from '../operation-plan.ts';
import { alike, placeOf } from '../resource/same-shape.ts';
import { membersOf } from '../resource/members.ts';
import type { Interaction, Resource } from '../resource/resource.ts';
import { acknowledge, type Acknowledgement } from './acknowledgement.ts';
import { holds } from './holds.ts';
import { planOwned, type Owned } from './owned.ts';

export interface WritePlan {
  /** The schema of what is sent; undefined where the operation takes no JSON or gives no schema. */
  readonly sent: SchemaAt | undefined;
  /** How what is sent becomes a row. */
  readonly row: RowForm;
  /** The schema that the row has to fit, where it is another than that of what is sent. */
  readonly fit: SchemaAt | undefined;
  /** What the server adds to a row. */
  readonly owned: () => Owned;
  /** Members of what is sent that only the server may set. */
  readonly readOnly: () => ReadOnly;
  /** Takes out of what is sent, and out of a row, what no answer ever shows; undefined where there is no such member. */
  readonly withoutWriteOnly: () => { readonly sent: Hiding; readonly row: Hiding };
  /** FHIR keeps version and time in `meta`, where the contract has room for them. */
  readonly meta: { readonly versionId: boolean; readonly lastUpdated: boolean } | undefined;
  readonly acknowledgement: (success: SuccessPlan) => Acknowledgement;
}

/**
 * `as-sent`: the row is what was sent. `inside`: what was sent stands at a place of the row (`{data: …}`). `taken-out`: the row is what
 * stands at a place of what was sent. `made`: an item shows another document than the one that was sent, so it is made, with what of the
 * request it has room for.
 */
export type RowForm = { readonly kind: 'as-sent' | 'made' } | { readonly kind: 'inside' | 'taken-out'; readonly place: readonly string[] };

export type Hiding = ((value: Json) => Json) | undefined;

/** Members to leave out, at any depth. */
export interface ReadOnly {
  readonly names: ReadonlySet<string>;
  readonly inside: ReadonlyMap<string, () => ReadOnly>;
}

export interface WriteQuestion {
  readonly operation: Operation;
  readonly interaction: Interaction;
  readonly resource: Resource;
}

export function planWrite(api: ApiPlan, { operation, resource, interaction }: WriteQuestion): WritePlan {
  const { meaning } = api;
  const { shape } = resource;
  const sent = operation.body?.content.map((media) => media.schema).find((one) => one !== undefined);
  const members = membersOf(meaning, shape);
  const meta = members.get('meta');
  const metaMembers = meta && membersOf(meaning, meta);
  const hasRoom = (name: string): boolean =>
    meta !== undefined && (metaMembers?.has(name) === true || meaning.read(meta).schema.additionalProperties !== false);
  const isSame = shape !== undefined && sent !== undefined && meaning.read(sent).pointer === meaning.read(shape).pointer;
  return {
    sent,
    row: interaction === 'create' || interaction === 'replace' || interaction === 'patch' ? rowForm(api, sent, shape) : { kind: 'as-sent' },
    fit: isSame ? undefined : shape,
    owned: lazily(() =>
      planOwned({ api, shape, id: resource.id, parents: resource.parents, created: createdExample(resource), isChecked: isSame }),
    ),
    readOnly: lazily(() => readOnlyOf(api, sent)),
    withoutWriteOnly: lazily(() => ({
      sent: withoutWriteOnly(api.contract, ...schemasOf(sent)),
      row: withoutWriteOnly(api.contract, ...schemasOf(shape), ...bodySchemas(resource)),
    })),
    meta:
      members.has('resourceType') && meta !== undefined
        ? { versionId: hasRoom('versionId'), lastUpdated: hasRoom('lastUpdated') }
        : undefined,
    acknowledgement: lazilyFor((success) => acknowledge({ api, resource, success })),
  };
}

const schemasOf = (at: SchemaAt | undefined): readonly Schema[] => (at ? [at.schema] : []);

/** What a row may have been sent as. */
function bodySchemas({ operations: { create, replace } }: Resource): readonly Schema[] {
  return [create, replace].flatMap((operation) => operation?.body?.content.flatMap(({ schema }) => schemasOf(schema)) ?? []);
}

function rowForm({ meaning }: ApiPlan, sent: SchemaAt | undefined, shape: SchemaAt | undefined): RowForm {
  if (!sent || !shape) return { kind: 'as-sent' };
  const [from, to] = [membersOf(meaning, sent), membersOf(meaning, shape)];
  if (from.size === 0 || to.size === 0 || alike(meaning, sent, shape)) return { kind: 'as-sent' };
  const place = placeOf(meaning, to, sent);
  if (place) return { kind: 'inside', place };
  const out = placeOf(meaning, from, shape);
  if (out) return { kind: 'taken-out', place: out };
  return { kind: 'made' };
}

/** The answer that the contract publishes for a create: what it shows of a state is the state that something new is in. */
function createdExample({ operations }: Resource): Json | undefined {
  return operations.create && jsonMedia(successOf(operations.create, [201, 200])?.response)?.examples[0]?.value;
}

function readOnlyOf(api: ApiPlan, at: SchemaAt | undefined, depth = 0): ReadOnly {
  const names = new Set<string>();
  const inside = new Map<string, () => ReadOnly>();
  if (!at || depth > 6) return { names, inside };
  for (const [name, member] of membersOf(api.meaning, at)) {
    const read = api.meaning.read(member);
    if (read.schema.readOnly === true) names.add(name);
    else if (holds(api.meaning, member, (inner) => inner.schema.readOnly === true))
      inside.set(
        name,
        lazily(() => readOnlyOf(api, member, depth + 1)),
      );
  }
  return { names, inside };
}
