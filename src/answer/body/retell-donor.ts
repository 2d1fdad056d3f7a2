/** A body made after a donor for one request: ids of its own, dates as near the clock as the donor's were to its day, about somebody whom the world has, and what the request says. */
import type { Json } from '../../contract/contract.ts';
import type { Bound } from '../../meaning/bound.ts';
import type { StudiedBody } from '../../meaning/studied-body.ts';
import { isMoment, movedBy } from '../../meaning/timeline.ts';
import { SOME_DAY } from '../../making/generate.ts';
import { idLike } from '../../making/leaves/identifiers.ts';
import { chanceOf, hashText } from '../../making/seed.ts';
import type { Edit } from '../../making/binding/edits.ts';
import { rebind, type RebindInput } from '../../making/binding/rebind.ts';

const DAY = 86_400_000;

/** `key` tells this request from every other. */
export function retoldDonor(donor: StudiedBody, key: string, about: Omit<RebindInput, 'body' | 'first'>): Json {
  const days = Math.floor((about.now - SOME_DAY) / DAY);
  const chance = chanceOf(key);
  const leaves = donor.leaves();
  const first = leaves.flatMap(({ role, value, tokens }): readonly Edit[] => {
    if (typeof value !== 'string') return [];
    if (role === 'opaqueId' || role === 'uuid') return [{ tokens, value: idLike(value, chance, tokens.join('/')) }];
    const isDated = (role === 'date' || role === 'dateTime' || role === 'instant') && isMoment(value);
    return isDated ? [{ tokens, value: movedBy(value, days) }] : [];
  });
  const isOfSomebody = leaves.some(({ role }) => role?.startsWith('patient.'));
  return rebind({ ...about, bound: isOfSomebody ? aboutSomebody(about, key) : about.bound, body: donor, first });
}

/** Whoever is asked for; else anybody, by the key. */
function aboutSomebody({ bound, population }: Pick<RebindInput, 'bound' | 'population'>, key: string): Bound {
  if (bound.byRole['patient.nhsNumber'] !== undefined || population.size === 0) return bound;
  return { ...bound, byRole: { ...bound.byRole, 'patient.nhsNumber': population.at(hashText(key)).nhsNumber } };
}
