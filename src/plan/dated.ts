/** What a contract publishes as planned (a slot, an appointment) lies ahead of the clock: moved by whole weeks, as one, and kept for the week. */
import type { Json } from '../contract/contract.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import { changedAt } from '../contract/json-edit.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import { studied } from '../meaning/studied-body.ts';
import type { Resource } from './resource/resource.ts';
import { daysToMove, happeningsIn, movedBy } from '../meaning/timeline.ts';

/** `body` is published; the same body where nothing in it is planned, or where it lies ahead already. */
export type Dated = (body: Json, resource: Kind, now: number) => Json;

/** What the body is an item of. */
type Kind = Pick<Resource, 'path' | 'shape'>;

export function planDates(meaning: Meaning): Dated {
  const planned = lazilyFor((resource: Kind) =>
    lazilyFor((body: Json) => {
      const all = lazily(() => happeningsIn(studied(meaning, body, resource.shape, resource).leaves()));
      const moved = lazilyFor((days: number) =>
        all().reduce((whole: Json, { leaf, text }) => changedAt(whole, leaf.tokens, movedBy(text, days)), body),
      );
      return { all, moved };
    }),
  );
  return (body, resource, now) => {
    const { all, moved } = planned(resource)(body);
    const days = all().some(({ scheduled }) => scheduled) ? daysToMove(all(), now) : 0;
    return days === 0 ? body : moved(days);
  };
}
