/** Home: what this is, where it stands, a first call, and what is in it. */
import { portalPath } from '../../gateway/places.ts';
import { readForm } from '../forms.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { untakenForm } from '../page/untaken-form.tsx';
import type { Pages } from '../pages.ts';
import type { PageVisit } from '../visit.ts';
import { BaseAddress } from './base-address.tsx';
import { askFirstRequest, FirstCall, sendFirstRequest, type FirstAnswer } from './first-call.tsx';
import { askHome } from './home-facts.ts';
import { KeyHere } from './key-here.tsx';
import { LatestExchanges } from './latest-exchanges.tsx';
import { PeopleToTry } from './people-to-try.tsx';
import { ServedApis } from './served-apis.tsx';
import { noWorkspacePage } from '../workspace/no-workspace-page.tsx';
import { OwnWorkspace } from '../workspace/own-workspace.tsx';
import { AboutWorkspace } from './about-workspace.tsx';

export function homePages(pages: Pages): void {
  for (const path of ['/', portalPath]) pages.get(path, ({ env: visit }) => homePage(visit));
  pages.get(`${portalPath}/first-call`, ({ env: visit }) => homePage(visit));
  pages.post(`${portalPath}/first-call`, ({ env: visit }) => callFirst(visit));
}

async function homePage(visit: PageVisit, answer?: FirstAnswer): Promise<Response> {
  const { catalogue, first, personas, exchanges, workspace } = await askHome(visit);
  if (!catalogue.ok) return catalogue.status === 401 ? noWorkspacePage(visit) : refused(visit, catalogue);
  return page(visit, {
    title: 'Build against NHS APIs without a single real patient',
    section: 'home',
    main: (
      <>
        <p>
          This sandbox stands in for APIs of NHS England: you send the requests that your software would send, and it answers as the API’s
          contract says, remembers what you changed, and says why it answered so. It is not an NHS service, it holds nobody’s real data, and
          it is for development and testing only, never for care.
        </p>
        <OwnWorkspace visit={visit} />
        <KeyHere visit={visit} isLocked={!exchanges.ok && exchanges.status === 401} />
        <BaseAddress visit={visit} />
        {first.ok && <FirstCall visit={visit} request={first.body} answer={answer} />}
        <ServedApis visit={visit} apis={catalogue.body.apis} />
        <PeopleToTry visit={visit} target={first.ok ? first.body.target : ''} personas={personas} />
        <LatestExchanges visit={visit} exchanges={exchanges} />
        <AboutWorkspace visit={visit} workspace={workspace} />
      </>
    ),
  });
}

async function callFirst(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const first = await askFirstRequest(visit);
  return homePage(visit, first.ok ? await sendFirstRequest(visit, first.body) : undefined);
}
