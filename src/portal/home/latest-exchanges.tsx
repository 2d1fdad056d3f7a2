/** The last requests of clients, each with its answer. */
import type { components } from '../../generated/sandbox-control.types.ts';
import type { ControlAnswer } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';

interface LatestExchangesProps {
  readonly visit: PageVisit;
  readonly exchanges: ControlAnswer<{ readonly exchanges: readonly components['schemas']['Explanation'][] }>;
}

export function LatestExchanges({ visit, exchanges }: LatestExchangesProps) {
  return (
    <>
      <h2>Latest exchanges</h2>
      <p>An exchange is one request that reached an API here, with its answer and the reason for it.</p>
      {exchanges.ok ? <List visit={visit} exchanges={exchanges.body.exchanges} /> : <NeedsKey visit={visit} />}
    </>
  );
}

function List({ visit, exchanges }: { readonly visit: PageVisit; readonly exchanges: readonly components['schemas']['Explanation'][] }) {
  if (exchanges.length === 0) return <p>None yet. Send the first call above, or point your client here.</p>;
  return (
    <>
      <ol role="list">
        {exchanges.map(({ id, request, answer }) => (
          <li>
            <a href={to(visit, `/exchanges/${id}`)}>
              {answer.status} to {request.method} {request.url}
            </a>
          </li>
        ))}
      </ol>
      <p>
        <a href={to(visit, '/exchanges')}>All exchanges</a>
      </p>
    </>
  );
}

export function NeedsKey({ visit }: { readonly visit: PageVisit }) {
  if (visit.isDemonstration) return <p>The demonstration keeps none.</p>;
  return (
    <p>
      Only whoever has the key of this workspace sees them. <a href={to(visit, '/key')}>Give the key</a>
    </p>
  );
}
