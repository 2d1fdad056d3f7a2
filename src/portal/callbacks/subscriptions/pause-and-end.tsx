/** A subscription is paused and goes on; before it ends, that is asked once more. */
import { askControl, sending } from '../../control.ts';
import { confirmPage } from '../../page/confirm.tsx';
import { refused } from '../../page/refused.tsx';
import { seePage } from '../../page/see.ts';
import { withForm } from '../../page/with-form.ts';
import type { PageVisit } from '../../visit.ts';

const pageOf = (id: string): string => `/subscriptions/${encodeURIComponent(id)}`;

export const turnSubscription = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async (field) => {
    const enabled = field('to') === 'on';
    const changed = await askControl<'change-subscription'>(visit, pageOf(id), sending('PATCH', { enabled }));
    return changed.ok ? seePage(visit, `${pageOf(id)}?done=${enabled ? 'resumed' : 'paused'}`) : refused(visit, changed);
  });

export async function endPage(visit: PageVisit, id: string): Promise<Response> {
  const found = await askControl<'read-subscription'>(visit, pageOf(id));
  if (!found.ok) return refused(visit, found);
  return confirmPage(visit, {
    part: 'subscriptions',
    title: `End subscription ${id}?`,
    words: `Nothing more is sent to ${found.body.url} by it, not even what is on its way, and its secret is gone. This cannot be taken back. The messages stay in the inbox.`,
    action: `${pageOf(id)}/end`,
    button: 'End it',
    back: pageOf(id),
  });
}

export const endSubscription = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async () => {
    const ended = await askControl<'delete-subscription'>(visit, pageOf(id), sending('DELETE'));
    return ended.ok ? seePage(visit, '/subscriptions?done=ended') : refused(visit, ended);
  });
