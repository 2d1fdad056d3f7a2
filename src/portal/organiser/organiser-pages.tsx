/** For whoever organises an event: its teams, what they are at, and what can be done for all of them. Opened by the code of the event. */
import { portalPath } from '../../gateway/places.ts';
import { seePage } from '../page/see.ts';
import type { Pages } from '../pages.ts';
import { organiserPage, type PageVisit } from '../visit.ts';
import type { HeldEvent } from './ask-event.ts';
import { listAsFile } from './cards-shown.tsx';
import { withEvent } from './event-page.tsx';
import { announce, askEnd, askReset, endEvent, everybodyPage, extendEvent, resetEvent } from './everybody-pages.tsx';
import { makePage, makeTeams } from './make-page.tsx';
import { newEventPage, openPage } from './open-page.tsx';
import { forgetCode, makeEvent, takeCode } from './opening.tsx';
import { bringShared, removeShared, sharedContractsPage } from './shared-contracts.tsx';
import { askTeam, copyTeam, deleteTeam, extendTeam, giveKey, renameTeam, resetTeam, seeTeam, teamPage } from './team-pages.tsx';
import { teamsPage } from './teams-page.tsx';

type Shows = (visit: PageVisit) => Promise<Response>;
type ShowsOfEvent = (visit: PageVisit, event: HeldEvent) => Promise<Response>;

const root = `${portalPath}/organiser`;

export function organiserPages(pages: Pages): void {
  // Events are of no workspace, and below one the cookie that holds the code would not be sent.
  pages.use(`${root}/*`, async ({ env: visit }, next) => {
    if (visit.prefix === visit.folder) return next();
    return Response.redirect(new URL(organiserPage(visit), visit.origin), 303);
  });

  const show = (place: string, shows: Shows) => pages.get(root + place, ({ env: visit }) => shows(visit));
  const take = (place: string, shows: Shows) => pages.post(root + place, ({ env: visit }) => shows(visit));
  const ofEvent =
    (shows: ShowsOfEvent): Shows =>
    (visit) =>
      withEvent(visit, (event) => shows(visit, event));

  show('/open', (visit) => openPage(visit));
  take('/open', takeCode);
  take('/forget', forgetCode);
  show('/new', (visit) => newEventPage(visit));
  take('/new', makeEvent);

  show('', ofEvent(teamsPage));
  show(
    '/make',
    ofEvent((visit, event) => makePage(visit, event)),
  );
  take('/make', ofEvent(makeTeams));
  take('/make/list', listAsFile);
  show(
    '/everybody',
    ofEvent((visit, event) => everybodyPage(visit, event)),
  );
  take('/everybody', ofEvent(announce));
  take('/everybody/extend', ofEvent(extendEvent));
  show('/everybody/reset', ofEvent(askReset));
  take('/everybody/reset', ofEvent(resetEvent));
  show(
    '/everybody/end',
    ofEvent((visit, event) => askEnd(visit, event)),
  );
  take('/everybody/end', ofEvent(endEvent));
  show(
    '/contracts',
    ofEvent((visit, event) => sharedContractsPage(visit, event)),
  );
  take('/contracts', ofEvent(bringShared));
  take('/contracts/remove', ofEvent(removeShared));
  // What is only sent: whoever loads its address again is led to where it was sent from.
  for (const [place, from] of [
    ['/forget', '/open'],
    ['/make/list', '/make'],
    ['/everybody/extend', '/everybody'],
    ['/contracts/remove', '/contracts'],
  ] as const)
    show(place, async (visit) => seePage(visit, `/organiser${from}`));

  type One = Parameters<typeof renameTeam>[0];
  const ofTeam = (method: 'get' | 'post', place: string, shows: (one: One) => Promise<Response>) =>
    pages[method](`${root}/teams/:id${place}`, ({ env: visit, req }) =>
      withEvent(visit, (event) => shows({ visit, event, id: req.param('id') ?? '' })),
    );
  ofTeam('get', '', (one) => teamPage(one));
  ofTeam('post', '/rename', renameTeam);
  ofTeam('post', '/extend', extendTeam);
  ofTeam('post', '/copy', copyTeam);
  for (const place of ['/rename', '/extend', '/copy']) ofTeam('get', place, async (one) => seeTeam(one));
  for (const [what, does] of [
    ['reset', resetTeam],
    ['key', giveKey],
    ['delete', deleteTeam],
  ] as const) {
    ofTeam('get', `/${what}`, (one) => askTeam(one, what));
    ofTeam('post', `/${what}`, does);
  }
}
