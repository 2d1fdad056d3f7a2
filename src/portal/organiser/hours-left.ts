/** What a form that moves an end is filled in with: pressed as it stands, it ends nothing sooner. */
import { realClock } from '../../workspace/time/clock.ts';

const hour = 3_600_000;
/** No event lasts longer. */
const most = 720;

export const hoursLeft = (expires: string, more = 0): string =>
  String(Math.min(most, Math.max(1, Math.ceil((Date.parse(expires) - realClock.now()) / hour)) + more));
