/** A request of an exchange sent once more, as it was kept or with what was wrong put right: it leads to an exchange of its own. */
import { portalPath } from '../../gateway/places.ts';
import { askControl } from '../control.ts';
import { PortalForm } from '../page/form.tsx';
import { page } from '../page/page.tsx';
import { seePage } from '../page/see.ts';
import { withForm } from '../page/with-form.ts';
import type { Pages } from '../pages.ts';
import { hasBody, type MadeRequest } from '../try/request.ts';
import { sendMade } from '../try/send.ts';
import { to, type PageVisit } from '../visit.ts';
import { unexplained } from './explanation-page.tsx';
import { sentAgain } from './sent-again.ts';
import { mayBeSent } from './ways-on.tsx';
import type { Exchanged } from './words.ts';

export function againPages(pages: Pages): void {
  const path = `${portalPath}/exchanges/:id/again`;
  pages.get(path, async ({ env: visit, req }) => {
    const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(req.param('id'))}`);
    return found.ok ? askPage(visit, found.body) : unexplained(visit, found);
  });
  pages.post(path, ({ env: visit, req }) => withForm(visit, (field) => sendPage(visit, req.param('id'), field)));
}

async function sendPage(visit: PageVisit, id: string, field: (name: string) => string): Promise<Response> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok) return unexplained(visit, found);
  const exchange = found.body;
  if (field('what') === 'works') {
    const { worksInParts } = exchange;
    if (!worksInParts) return unsent(visit, exchange, 'No request that works was found for this one, as things are now.');
    return send(visit, exchange, { ...worksInParts, headers: Object.entries(worksInParts.headers) });
  }
  const { request, missing } = sentAgain(exchange);
  return missing.length > 0 && field('without') !== 'yes' ? askPage(visit, exchange) : send(visit, exchange, request);
}

async function send(visit: PageVisit, exchange: Exchanged, { method, target, headers, body }: MadeRequest): Promise<Response> {
  if (!mayBeSent(method)) return unsent(visit, exchange, `Pages may not send ${method}: ask for it with a program.`);
  const answer = await sendMade(visit, '', {
    method,
    target,
    // A person in a browser sends it, so it is judged as no client's request: a report tells what clients do.
    headers: [...headers, ['Sec-Fetch-Mode', 'navigate']],
    ...(body !== undefined && hasBody(method) && { body }),
  });
  if (!answer) return unsent(visit, exchange, 'It went to no API, and is not sent from a page.');
  await answer.body?.cancel();
  const made = answer.headers.get('x-sandbox-trace')?.split('/').at(-1);
  if (made === undefined)
    return unsent(visit, exchange, `It was sent, and answered ${answer.status}, but no exchange is kept here that could be shown.`);
  return seePage(visit, `/exchanges/${encodeURIComponent(made)}?after=${encodeURIComponent(exchange.id)}`);
}

/** Asked before something else is sent than was. */
function askPage(visit: PageVisit, exchange: Exchanged): Promise<Response> {
  const { id, request, api, operation } = exchange;
  const { missing } = sentAgain(exchange);
  const place = `/exchanges/${encodeURIComponent(id)}`;
  const form = `/apis/${encodeURIComponent(api?.slug ?? '')}/${encodeURIComponent(operation?.id ?? '')}?exchange=${encodeURIComponent(id)}`;
  return page(visit, {
    title: 'Send it again',
    section: 'exchanges',
    main: (
      <>
        <p>
          <code>
            {request.method} {request.url}
          </code>
        </p>
        {missing.length > 0 ? (
          <>
            <p>Not all of this request is kept, so what is sent now is another one:</p>
            <ul>
              {missing.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>It is sent to the API here as it was, and may change what is stored.</p>
        )}
        <PortalForm visit={visit} action={`${place}/again`}>
          <input type="hidden" name="without" value="yes" />
          <p class="actions">
            <button>{missing.length > 0 ? 'Send it without' : 'Send it again'}</button>
            {operation?.id !== undefined && <a href={to(visit, form)}>Fill in what is missing, or send it as somebody</a>}
            <a href={to(visit, place)}>Leave it</a>
          </p>
        </PortalForm>
      </>
    ),
  });
}

const unsent = (visit: PageVisit, { id }: Exchanged, why: string): Promise<Response> =>
  page(visit, {
    title: 'It cannot be sent again from here',
    section: 'exchanges',
    status: 409,
    main: (
      <>
        <p>{why}</p>
        <p>
          <a href={to(visit, `/exchanges/${encodeURIComponent(id)}`)}>Back to the exchange</a>
        </p>
      </>
    ),
  });
