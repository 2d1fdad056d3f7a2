/** What can be done with an exchange: sent once more, changed, asserted, answered otherwise. */
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import type { Exchanged } from './words.ts';

interface WaysOnProps {
  readonly visit: PageVisit;
  readonly exchange: Exchanged;
}

export function WaysOn({ visit, exchange: { id, request, api, operation, neighbours } }: WaysOnProps) {
  const place = `/exchanges/${encodeURIComponent(id)}`;
  const form = operation?.id && `/apis/${encodeURIComponent(api?.slug ?? '')}/${encodeURIComponent(operation.id)}`;
  return (
    <div class="actions ways-on">
      {/* Of what the sandbox itself was asked, nothing is kept that could be sent. */}
      {request.headers && mayBeSent(request.method) && (
        <PortalForm visit={visit} action={`${place}/again`}>
          <button class="plain">Send it again</button>
        </PortalForm>
      )}
      {form && <a href={to(visit, `${form}?exchange=${encodeURIComponent(id)}`)}>Change it and send it</a>}
      {/* Only the holder of the key is told the neighbours, and may do these. */}
      {neighbours && operation && (
        <>
          <a href={to(visit, `${place}/assertion`)}>Assert that it is sent</a>
          <a href={to(visit, `/stubs?from=${encodeURIComponent(id)}`)}>Answer like this next time</a>
        </>
      )}
      <a href="#share">Share it</a>
    </div>
  );
}

/** No page may send these (Fetch, "forbidden method"). */
export const mayBeSent = (method: string): boolean => !/^(?:TRACE|CONNECT|TRACK)$/i.test(method);
