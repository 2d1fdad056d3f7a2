/** What is sent to whom: subscriptions, the inbox of this workspace, and what became of each delivery. */
import { portalPath } from '../../gateway/places.ts';
import type { Pages } from '../pages.ts';
import { deliveriesPage, sendAgain } from './deliveries-page.tsx';
import { inboxPage } from './inbox/inbox-page.tsx';
import { messagePage } from './inbox/message-page.tsx';
import { sendNow, sendPage } from './send-page.tsx';
import { showOwnSecret, showSecret } from './subscriptions/secrets.tsx';
import { endPage, endSubscription, turnSubscription } from './subscriptions/pause-and-end.tsx';
import { changeSubscription, subscriptionPage } from './subscriptions/subscription-page.tsx';
import { addSubscription, subscriptionsPage } from './subscriptions/subscriptions-page.tsx';

export function callbackPages(pages: Pages): void {
  pages.get(`${portalPath}/inbox`, ({ env: visit }) => inboxPage(visit));
  pages.get(`${portalPath}/inbox/send`, ({ env: visit }) => sendPage(visit));
  pages.post(`${portalPath}/inbox/send`, ({ env: visit }) => sendNow(visit));
  pages.get(`${portalPath}/inbox/:id`, ({ env: visit, req }) => messagePage(visit, req.param('id')));
  pages.get(`${portalPath}/deliveries`, ({ env: visit }) => deliveriesPage(visit));
  pages.post(`${portalPath}/deliveries/:id/again`, ({ env: visit, req }) => sendAgain(visit, req.param('id')));
  pages.get(`${portalPath}/subscriptions`, ({ env: visit }) => subscriptionsPage(visit));
  // Whoever opens the address of what only takes a form sees the page that has the form.
  pages.get(`${portalPath}/subscriptions/secret`, ({ env: visit }) => subscriptionsPage(visit));
  pages.get(`${portalPath}/subscriptions/:id/:form{secret|turn}`, ({ env: visit, req }) => subscriptionPage(visit, req.param('id')));
  pages.get(`${portalPath}/deliveries/:id/again`, ({ env: visit }) => deliveriesPage(visit));
  pages.post(`${portalPath}/subscriptions`, ({ env: visit }) => addSubscription(visit));
  pages.post(`${portalPath}/subscriptions/secret`, ({ env: visit }) => showOwnSecret(visit));
  pages.get(`${portalPath}/subscriptions/:id`, ({ env: visit, req }) => subscriptionPage(visit, req.param('id')));
  pages.post(`${portalPath}/subscriptions/:id`, ({ env: visit, req }) => changeSubscription(visit, req.param('id')));
  pages.post(`${portalPath}/subscriptions/:id/secret`, ({ env: visit, req }) => showSecret(visit, req.param('id')));
  pages.post(`${portalPath}/subscriptions/:id/turn`, ({ env: visit, req }) => turnSubscription(visit, req.param('id')));
  pages.get(`${portalPath}/subscriptions/:id/end`, ({ env: visit, req }) => endPage(visit, req.param('id')));
  pages.post(`${portalPath}/subscriptions/:id/end`, ({ env: visit, req }) => endSubscription(visit, req.param('id')));
}
