/**
 * What each patch does in the official sandbox: a table by operation and path, as its own source has it
 * (NHSDigital/personal-demographics-service-api). Any other patch changes nothing.
 */
import type { Json, JsonObject } from '../../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../../src/contract/json.ts';
import { changedAt } from '../../../../src/contract/json-edit.ts';
import { tokensOf, valueAt } from '../../../../src/contract/json-pointer.ts';

/** As it was sent: only what the table names is ever looked at. */
export interface Patch {
  readonly op: Json | undefined;
  readonly path: string;
  readonly value: Json | undefined;
}

export interface Patching extends Patch {
  readonly patient: JsonObject;
  /** The first patch of the request, which a removal is held against wherever it stands itself. */
  readonly first: Patch | undefined;
}

/** The patient afterwards, or what is said instead. */
export type Effect = { readonly patient: JsonObject } | { readonly forbidden: string } | { readonly error: string };

export function effectOf(patching: Patching): Effect {
  const { op, path, patient } = patching;
  const act = table.get(`${String(op)} ${path}`) ?? (op === 'replace' && path.startsWith('/address/0/') ? otherOfAddress : undefined);
  return act?.(patching) ?? { patient };
}

/** The patient with that value at that place, or without the place where there is no value. */
export function edited(patient: JsonObject, tokens: readonly string[], value: Json | undefined): JsonObject {
  const after = changedAt(patient, tokens, value);
  return isObject(after) ? after : patient;
}

/** Undefined where nothing changes. */
type Act = (patching: Patching) => Effect | undefined;

const set: Act = ({ patient, path, value }) => (value === undefined ? undefined : { patient: edited(patient, tokensOf(path), value) });

const remove: Act = ({ patient, path }) => ({ patient: edited(patient, tokensOf(path), undefined) });

const forbid =
  (reason: string): Act =>
  () => ({ forbidden: reason });

const gone: Effect = { error: "Invalid patch - can't remove non-existent object '0'" };
const noAddress: Effect = { error: "Invalid patch - index '0' is out of bounds" };

const addName: Act = ({ patient, value }) => {
  if (!isObject(value)) return undefined;
  if (value['use'] === 'usual') return { forbidden: 'multiple usual names cannot be added' };
  return { patient: { ...patient, name: itemsOf(patient['name']).concat({ ...value, id: 'new-object-id' }) } };
};

const addFirstSuffix: Act = ({ patient, value }) => {
  if (value === undefined) return undefined;
  const suffix = ['name', '0', 'suffix'];
  return { patient: edited(patient, suffix, itemsOf(valueAt(patient, suffix)).toSpliced(0, 0, value)) };
};

/** Whatever extensions there were: the new one takes the place of all of them. */
const addExtension: Act = ({ patient, value }) => (value === undefined ? undefined : { patient: edited(patient, ['extension'], [value]) });

const removeUsualName: Act = ({ patient }) =>
  valueAt(patient, ['name', '0', 'use']) === 'usual' ? { forbidden: 'not permitted to remove usual name' } : undefined;

const removeSecondName: Act = ({ patient, first }) => {
  if (first?.op !== 'test' || !first.path.startsWith('/name/1/id')) {
    return { error: "removal '/name/1' is not immediately preceded by equivalent test - instead it is the first item" };
  }
  if (first.value === '123456') return { error: "Invalid patch - index '1' is out of bounds" };
  return { patient: edited(patient, ['name', '1'], undefined) };
};

const removeFirstSuffix: Act = (patching) => (valueAt(patching.patient, ['name', '0', 'suffix']) === undefined ? gone : remove(patching));

/** An extension that is removed leaves `null` behind. */
const emptyExtension: Act = (patching) => {
  const { patient, path } = patching;
  return (valueAt(patient, tokensOf(path)) ?? null) === null ? gone : set({ ...patching, value: null });
};

/** Which part of an address is meant shows in the value, not in the path. */
const replaceAddress: Act = ({ patient, value }) => {
  if (patient['address'] === undefined) return noAddress;
  if (value === '123456') return { error: "no 'address' resources with object id '123456'" };
  if (value === '2 Whitehall Quay') return { patient: edited(patient, ['address', '0', 'line', '0'], value) };
  if (value === 'LS1 4BU') return { patient: edited(patient, ['address', '0', 'postalCode'], value) };
  if (isArray(value)) return { error: "Invalid patch - can't replace non-existent object 'line'" };
  return isObject(value) ? { patient: edited(patient, ['address', '0'], value) } : undefined;
};

const otherOfAddress: Act = ({ patient }) => (patient['address'] === undefined ? noAddress : undefined);

const table: ReadonlyMap<string, Act> = new Map([
  ['add /name/-', addName],
  ['add /name/0/suffix', set],
  ['add /name/0/suffix/0', addFirstSuffix],
  ['add /deceasedDateTime', set],
  ['replace /deceasedDateTime', set],
  ['add /extension/-', addExtension],
  ['replace /extension/3', set],
  ['replace /extension/4', set],
  ['replace /extension/5', set],
  ['replace /extension/4/extension/0', set],
  ['replace /extension/5/extension/1', set],
  ['replace /name/0/given/0', set],
  ['replace /gender', set],
  ['replace /birthDate', set],
  ['replace /address/0', replaceAddress],
  ['replace /address/0/id', replaceAddress],
  ['replace /address/0/line', replaceAddress],
  ['replace /address/0/line/0', replaceAddress],
  ['replace /address/0/postalCode', replaceAddress],
  ['remove /name/0', removeUsualName],
  ['remove /name/1', removeSecondName],
  ['remove /name/5', removeSecondName],
  ['remove /birthDate', forbid("source not permitted to remove 'birthDate'")],
  ['remove /gender', forbid("source not permitted to remove 'gender'")],
  ['remove /name/0/suffix', remove],
  ['remove /name/0/suffix/0', removeFirstSuffix],
  ['remove /extension/1', emptyExtension],
  ['remove /extension/4', emptyExtension],
  ['remove /extension/5/extension/2', remove],
]);

function itemsOf(list: Json | undefined): readonly Json[] {
  return isArray(list) ? list : [];
}
