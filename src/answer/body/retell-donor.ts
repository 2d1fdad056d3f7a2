/** A body made after a donor for one request: ids of its own, dates as near the clock as the donor's were to its day, and what the request says. */
import type { Json } from '../../contract/contract.ts';
import { movedBy } from '../../meaning/timeline.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';
import { SOME_DAY } from '../generated/generate.ts';
import { idLike } from '../generated/identifiers.ts';
import { chanceOf } from '../generated/seed.ts';
import type { Edit } from './edits.ts';
import { rebind, type RebindInput } from './rebind.ts';

const DAY = 86_400_000;

/** `key` tells this request from every other. */
export function retoldDonor(donor: StudiedBody, key: string, about: Omit<RebindInput, 'body' | 'first'>): Json {
  const days = Math.floor((about.now - SOME_DAY) / DAY);
  const chance = chanceOf(key);
  const first = donor.leaves().flatMap(({ role, value, tokens }): readonly Edit[] => {
    if (typeof value !== 'string') return [];
    if (role === 'opaqueId' || role === 'uuid') return [{ tokens, value: idLike(value, chance, tokens.join('/')) }];
    const isDated = (role === 'date' || role === 'dateTime' || role === 'instant') && /^\d{4}-\d{2}-\d{2}/.test(value);
    return isDated ? [{ tokens, value: movedBy(value, days) }] : [];
  });
  return rebind({ ...about, body: donor, first });
}
