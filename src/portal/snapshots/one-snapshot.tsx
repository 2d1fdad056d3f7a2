/** One snapshot: back to it, or gone for good. Each is asked once more. */
import { askControl, sending } from '../control.ts';
import { minuteIn } from '../exchanges/words.ts';
import { confirmPage } from '../page/confirm.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import type { PageVisit } from '../visit.ts';

const pathOf = (name: string): string => `/snapshots/${encodeURIComponent(name)}`;

export async function goBackPage(visit: PageVisit, name: string): Promise<Response> {
  const snapshot = await askControl<'read-snapshot'>(visit, pathOf(name));
  if (!snapshot.ok) return refused(visit, snapshot);
  return confirmPage(visit, {
    part: 'snapshots',
    title: `Go back to ${snapshot.body.name}?`,
    words: `What clients have written since ${minuteIn(snapshot.body.taken)} UTC is gone, and settings, faults, stubs and the clock are as they were then. This cannot be taken back, unless you take another snapshot first. The list of exchanges, contracts and other snapshots stay.`,
    action: `${pathOf(name)}/restore`,
    button: 'Go back to it',
    back: '/snapshots',
  });
}

export async function goBack(visit: PageVisit, name: string): Promise<Response> {
  const restored = await askControl<'restore-snapshot'>(visit, `${pathOf(name)}/restore`, sending('POST'));
  return restored.ok ? seePage(visit, '/snapshots?done=restored') : refused(visit, restored);
}

export async function forgetPage(visit: PageVisit, name: string): Promise<Response> {
  const snapshot = await askControl<'read-snapshot'>(visit, pathOf(name));
  if (!snapshot.ok) return refused(visit, snapshot);
  return confirmPage(visit, {
    part: 'snapshots',
    title: `Forget ${snapshot.body.name}?`,
    words: 'Nobody can go back to it any more. This cannot be taken back. What is here now stays as it is.',
    action: `${pathOf(name)}/forget`,
    button: 'Forget it',
    back: '/snapshots',
  });
}

export async function forget(visit: PageVisit, name: string): Promise<Response> {
  const forgotten = await askControl<'delete-snapshot'>(visit, pathOf(name), sending('DELETE'));
  return forgotten.ok ? seePage(visit, '/snapshots?done=forgotten') : refused(visit, forgotten);
}
