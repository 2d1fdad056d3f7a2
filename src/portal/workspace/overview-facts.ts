/** What the overview asks besides the workspace itself, all at once. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import type { PageVisit } from '../visit.ts';

export type Known = components['schemas']['Workspace'];

export type PartsNow = Awaited<ReturnType<typeof askParts>>;

export async function askParts(visit: PageVisit) {
  const [clock, extras, faults, stubs, snapshots, applications, subscriptions, inbox] = await Promise.all([
    askControl<'read-clock'>(visit, '/clock'),
    askControl<'list-extras'>(visit, '/extras'),
    askControl<'list-faults'>(visit, '/faults'),
    askControl<'list-stubs'>(visit, '/stubs'),
    askControl<'list-snapshots'>(visit, '/snapshots'),
    askControl<'list-applications'>(visit, '/applications'),
    askControl<'list-subscriptions'>(visit, '/subscriptions'),
    askControl<'list-messages'>(visit, '/inbox'),
  ]);
  return { clock, extras, faults, stubs, snapshots, applications, subscriptions, inbox };
}
