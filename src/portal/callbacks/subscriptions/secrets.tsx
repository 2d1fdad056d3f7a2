/** Secrets that sign what is sent, each in the answer to whoever asks for it by a form, so that no page that is loaded again holds one. */
import { askControl } from '../../control.ts';
import { consolePage } from '../../page/console.tsx';
import { refused } from '../../page/refused.tsx';
import { withForm } from '../../page/with-form.ts';
import { to, type PageVisit } from '../../visit.ts';
import { Secret, subscriptionPage } from './subscription-page.tsx';

export const showSecret = (visit: PageVisit, id: string): Promise<Response> =>
  withForm(visit, async () => {
    const found = await askControl<'read-subscription'>(visit, `/subscriptions/${encodeURIComponent(id)}`);
    return found.ok ? subscriptionPage(visit, id, { secret: found.body.secret }) : refused(visit, found);
  });

export const showOwnSecret = (visit: PageVisit): Promise<Response> =>
  withForm(visit, async () => {
    const known = await askControl<'list-subscriptions'>(visit, '/subscriptions');
    if (!known.ok) return refused(visit, known);
    return consolePage(visit, {
      part: 'subscriptions',
      title: 'The secret of this workspace',
      main: (
        <>
          <Secret secret={known.body.signingSecret} />
          <p>
            It signs what goes to an address that a request to an API named, and what <code>nhs-sandbox listen</code> hands on. What goes to
            a subscription is signed with the subscription’s own. <a href={to(visit, '/subscriptions')}>Subscriptions</a>
          </p>
        </>
      ),
    });
  });
