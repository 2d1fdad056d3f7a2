/** What is sent to whom: subscriptions, the inbox of this workspace, and what became of each delivery. */
import { portalPath } from '../../gateway/places.ts';
import { consolePage } from '../page/console.tsx';
import type { Pages } from '../pages.ts';

export function callbackPages(pages: Pages): void {
  pages.get(`${portalPath}/subscriptions`, ({ env: visit }) =>
    consolePage(visit, { part: 'subscriptions', title: 'Subscriptions', main: <p>Who is sent what happens.</p> }),
  );
  pages.get(`${portalPath}/inbox`, ({ env: visit }) =>
    consolePage(visit, { part: 'inbox', title: 'Inbox', main: <p>What would be sent, whether or not it is.</p> }),
  );
}
