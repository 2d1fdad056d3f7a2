/** Gender as records say it: the sex of nearly everybody. */
import type { Gender } from '../../population.ts';
import type { Copies } from '../copies/copies.ts';
import { bornInOf } from './parts.ts';
import { isSoUntidy } from './untidy.ts';

/** Born before, and so grown up by the first day that the world can show. */
const grownUpBefore = 1999;

/** What a record says in place of the sex: undefined for nearly everybody. */
export function otherGenderOf(copies: Copies): (copy: number, member: number) => Exclude<Gender, 'female' | 'male'> | undefined {
  return (copy, member) => {
    const index = copies.index(copy, member);
    if (isSoUntidy('genderUnknown', copies.seed, index)) return 'unknown';
    return isSoUntidy('genderOther', copies.seed, index) && bornInOf(copies, copy, member) < grownUpBefore ? 'other' : undefined;
  };
}
