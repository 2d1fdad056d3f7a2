/** For whoever organises an event: its teams, what they are at, and what can be done for all of them. Opened by the code of the event. */
import { portalPath } from '../../gateway/places.ts';
import { page } from '../page/page.tsx';
import type { Pages } from '../pages.ts';

export function organiserPages(pages: Pages): void {
  pages.get(`${portalPath}/organiser`, ({ env: visit }) => page(visit, { title: 'For organisers', main: <p>Workspaces for a room.</p> }));
}
