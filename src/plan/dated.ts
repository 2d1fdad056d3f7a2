/** What a contract publishes as planned (a slot, an appointment) lies ahead of the clock: moved by whole weeks, as one, and kept for the week. */
import type { Json } from '../contract/contract.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import { changedAt } from '../contract/json-edit.ts';
import type { Meaning } from '../meaning/infer-roles.ts';
import { studied } from '../meaning/studied-body.ts';
import { daysToMove, movedBy } from '../meaning/timeline.ts';
import type { Resource } from './resource/resource.ts';

export interface DatedBody {
  readonly body: Json;
  readonly text: string;
}

/** `body` is published; the same where nothing in it is planned, where it lies ahead already, or without a clock. */
export type Dated = (body: Json, resource: Kind, now: number | undefined) => DatedBody;

/** What the body is an item of. */
type Kind = Pick<Resource, 'path' | 'shape'>;

export function planDates(meaning: Meaning): Dated {
  const planned = lazilyFor((resource: Kind) =>
    lazilyFor((body: Json) => {
      const happenings = lazily(() => studied(meaning, body, resource.shape, resource).happenings());
      const isPlan = lazily(() => happenings().some(({ scheduled }) => scheduled));
      const whole = lazily((): DatedBody => ({ body, text: JSON.stringify(body) }));
      const moved = lazilyFor((days: number): DatedBody => {
        if (days === 0) return whole();
        const dated = happenings().reduce((all: Json, { leaf, text }) => changedAt(all, leaf.tokens, movedBy(text, days)), body);
        return { body: dated, text: JSON.stringify(dated) };
      });
      return (now: number | undefined) => (now !== undefined && isPlan() ? moved(daysToMove(happenings(), now)) : whole());
    }),
  );
  return (body, resource, now) => planned(resource)(body)(now);
}
