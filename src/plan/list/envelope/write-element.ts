/** Writes one element of a list as text: the item, or what a contract puts around it. */
import type { Json } from '../../../contract/contract.ts';
import { isArray, isObject } from '../../../contract/json.ts';
import { valueAt } from '../../../contract/json-pointer.ts';
import type { Envelope } from './envelope.ts';
import { plainName } from '../../resource/names.ts';
import { isBareCursor } from './page-facts.ts';

export interface Element {
  /** The item as text, unchanged. */
  readonly text: string;
  readonly id: string | undefined;
  /** Where it can be read alone. */
  address(): string | undefined;
  /** Leads to what comes after it. */
  cursor(): string;
}

export type ElementWriter = (element: Element, mode?: 'match' | 'include' | 'outcome') => string;

export function elementWriter(envelope: Envelope, model: Json | undefined): ElementWriter {
  const { wrapping, idsOnly, element } = envelope;
  if (envelope.bundle && wrapping.length > 0) return entryWriter(envelope);
  if (idsOnly) {
    const numeric = element !== undefined && [element.keywords.type].flat().some((type) => type === 'integer' || type === 'number');
    return ({ id = '' }) => (numeric && /^-?\d+$/.test(id) ? id : JSON.stringify(id));
  }
  const [name] = wrapping;
  if (name === undefined) return ({ text }) => text;
  const array = valueAt(model, envelope.path);
  const shown = isArray(array) && isObject(array[0]) ? array[0] : {};
  const names = [...new Set([...Object.keys(shown), ...(element?.members.keys() ?? []), name])];
  // What else an element must have, of which nobody has said anything, stands as it does in the model.
  const required = new Map(
    Object.entries(shown).flatMap(([each, value]) => (element?.required.has(each) ? [[each, JSON.stringify(value)] as const] : [])),
  );
  return ({ text, id, cursor }) => {
    const members = names.flatMap((each) => {
      const own = plainName(each) === 'id' && id !== undefined ? JSON.stringify(id) : required.get(each);
      const value = each === name ? text : isBareCursor(each) ? JSON.stringify(cursor()) : own;
      return value === undefined ? [] : [`${JSON.stringify(each)}:${value}`];
    });
    return `{${members.join(',')}}`;
  };
}

function entryWriter({ element }: Envelope): ElementWriter {
  const takes = (name: string): boolean => element === undefined || !element.closed || element.members.has(name);
  const [takesUrl, takesSearch] = [takes('fullUrl'), takes('search')];
  return ({ text, address }, mode = 'match') => {
    const own = takesUrl ? address() : undefined;
    const url = own === undefined ? '' : `"fullUrl":${JSON.stringify(own)},`;
    return `{${url}"resource":${text}${takesSearch ? `,"search":{"mode":"${mode}"}` : ''}}`;
  };
}
