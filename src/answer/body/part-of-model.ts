/** A part of a body as the contract shows it, taken without making the whole body about the request. */
import type { Json } from '../../contract/contract.ts';
import { isArray, isObject } from '../../contract/json.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';

/** `value` is undefined where the body has nothing at the place. No part at all: it tells of somebody, or is known by an id, and has to be made anew. */
export function partOfModel(
  { value, leaves }: StudiedBody,
  tokens: readonly string[],
  { made }: { readonly made: boolean },
): { readonly value: Json | undefined } | undefined {
  let here: Json | undefined = value;
  const way: string[] = [];
  for (const token of tokens) {
    // The first item of a list stands for all.
    const step: string = isArray(here) && here[Number(token)] === undefined ? '0' : token;
    here = isArray(here) ? here[Number(step)] : isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
    way.push(step);
  }
  if (here === undefined) return { value: undefined };
  const isOwn = leaves().some(({ role, tokens: place }) => {
    const tells = role?.startsWith('patient.') || (made && (role === 'opaqueId' || role === 'uuid'));
    return tells && way.every((step, i) => place[i] === step);
  });
  return isOwn ? undefined : { value: here };
}
