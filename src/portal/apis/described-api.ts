/** What the catalogue says of an API, in words for a person. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type ListedApi = components['schemas']['Api'];

export const howGood = ({ basis, behaviours, operations }: ListedApi): string =>
  ({
    rules: 'Rules of its own answer it, as the real service does.',
    'some rules': `Rules of its own answer ${behaviours.length} of its ${operations} operations; the others are answered by its contract.`,
    'by its contract': byContract('It'),
  })[basis];

/** `It`, or `This operation`. */
export const byContract = (what: string): string =>
  `${what} is answered by its contract: what you create and change is kept, and every answer has the shape that the published description gives it.`;

export const howGoodInAWord = ({ basis }: ListedApi): string =>
  ({ rules: 'Rules of its own', 'some rules': 'Some rules of its own', 'by its contract': 'By its contract' })[basis];

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
  return { kind, ...(place !== '' && { place: placeInWords(place) }), words };
}

/** `paths › /Patient › get` */
const placeInWords = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join(' › ');
