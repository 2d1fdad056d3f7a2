/** Which pharmacies say how far items are: nearly nine in ten, and of those of the test people all but one. */
import type { Held } from '../store.ts';

const share = 0.87;
const silent: ReadonlySet<string> = new Set(['FNT49']);
const known: ReadonlySet<string> = new Set(['Y23456', 'FLM49', 'VNE51', 'FA565']);

export const isOnList = (held: Pick<Held, 'chance'>, ods: string): boolean =>
  known.has(ods) || (!silent.has(ods) && held.chance(`pharmacy says how far items are/${ods}`) < share);
