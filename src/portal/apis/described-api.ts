/** What the catalogue says of an API, in words for a person. */
import type { components } from '../../generated/sandbox-control.types.ts';

/** Sandboxes that know groups say which one it belongs to. */
export type ListedApi = components['schemas']['Api'] & { readonly group?: string };

export function howGood({ operations, behaviours }: ListedApi): string {
  if (behaviours.length === 0)
    return 'Answered by its contract: what you create and change is kept, and answers have the shape that the contract gives them.';
  return behaviours.length >= operations
    ? 'Answered by rules of its own, as the real service does it.'
    : `Answered by rules of its own in ${behaviours.length} of ${operations} operations, and by its contract in the others.`;
}

export const howGoodInAWord = ({ operations, behaviours }: ListedApi): string =>
  behaviours.length === 0 ? 'By its contract' : behaviours.length >= operations ? 'Rules of its own' : 'Some rules of its own';

export const countOf = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`;

const effects: Readonly<Record<string, string>> = {
  hint: 'Taken as it stands, but hardly meant',
  mended: 'Put right',
  relaxed: 'Not insisted on, since an example of the contract breaks it',
  unchecked: 'Not checked',
  unserved: 'Left out',
};

/** `mended: /paths/~1x This operation has no operationId …` */
export function quirkInWords(line: string): { readonly kind: string; readonly place?: string; readonly words: string } {
  const [, effect = '', place = '', words = ''] = /^(\w+): (\/\S*)? ?([\s\S]*)$/.exec(line) ?? [];
  const kind = effects[effect];
  if (kind === undefined) return { kind: 'Note', words: line };
  return { kind, ...(place !== '' && { place: place.replaceAll('~1', '/').replaceAll('~0', '~') }), words };
}
