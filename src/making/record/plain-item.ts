/** Entries of a record as items of a plain document, in the shape that the contract gives such items; and such items read as entries. */
import type { Entry, EntryKind } from '../../clinical-record.ts';
import type { Json, SchemaAt, SchemaObject } from '../../contract/contract.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import { applyAccepted, type Edit } from '../binding/edits.ts';
import { likeliest } from '../likeness.ts';
import { type AboutEntry, type Facet, facetOf } from './facets.ts';
import { facetNamed } from './plain-fields.ts';

/** A leaf of the model item, and what of an entry it is for. */
interface PlainLeaf {
  readonly tokens: readonly string[];
  readonly published: Json;
  readonly schema: SchemaObject;
  /** Undefined: it says something that the record does not know. */
  readonly facet: Facet | undefined;
}

export interface PlainItem {
  readonly kind: EntryKind;
  readonly at: SchemaAt | undefined;
  readonly model: Json;
  readonly leaves: readonly PlainLeaf[];
}

/** An item is about the record where it says when, and either what or how it stands. */
const isOfRecord = (found: ReadonlySet<Facet | undefined>): boolean =>
  (found.has('date') || found.has('start') || found.has('review')) &&
  (found.has('what') || found.has('code') || found.has('reason') || found.has('specialty') || found.has('status'));

/** Undefined where the model says too little for an entry of the kind to be told in its shape. What says who the patient is is left to others. */
export function planPlainItem(meaning: Meaning, kind: EntryKind, model: Json, at: SchemaAt | undefined): PlainItem | undefined {
  const leaves = instanceLeaves(meaning, model, at)
    .filter(({ role }) => role === undefined || !role.startsWith('patient.'))
    .map(({ tokens, value, leaf }): PlainLeaf => {
      const names = tokens.filter((token) => !/^\d+$/.test(token));
      return { tokens, published: value, schema: leaf.schema, facet: facetNamed(kind, names.at(-1) ?? '', names.at(-2) ?? '') };
    });
  const found = new Set(leaves.map(({ facet }) => facet));
  return isOfRecord(found) ? { kind, at, model, leaves } : undefined;
}

/** What the contract needs and the record does not say stays as it is published where it is no more than a word of the contract's own. */
export function tellPlainItem(meaning: Meaning, { model, at, leaves }: PlainItem, entry: Entry, about: AboutEntry): Json {
  const { fits, contract } = meaning;
  const edits = leaves.map(({ tokens, published, schema, facet }): Edit => {
    const spelt = facet === undefined ? [] : facetOf(facet, entry, about).filter((each) => fits(schema, each));
    const value = likeliest(published, spelt);
    return value === undefined ? { tokens, refused: { tokens, value: standIn(published, schema, fits) } } : { tokens, value };
  });
  return applyAccepted(
    model,
    edits,
    () => new Set(),
    (edited) => (at ? contract.check(at, edited) : []),
  );
}

/** Words of the contract's own may stay; a text that was published tells of somebody else. */
const standIn = (published: Json, schema: SchemaObject, fits: Meaning['fits']): Json =>
  typeof published === 'string' && schema.enum === undefined && fits(schema, notRecorded) ? notRecorded : published;

const notRecorded = 'Not recorded';
