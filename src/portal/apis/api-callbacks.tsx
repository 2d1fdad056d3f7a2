/** What an API sends by itself, and where such messages are seen. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';

interface ApiCallbacksProps {
  readonly visit: PageVisit;
  readonly callbacks: readonly components['schemas']['Callback'][];
}

const kinds = {
  event: 'an event',
  callback: 'a callback',
  webhook: 'a webhook',
} as const;

export function ApiCallbacks({ visit, callbacks }: ApiCallbacksProps) {
  if (callbacks.length === 0) return null;
  return (
    <>
      <h2 id="callbacks">What it sends by itself</h2>
      <ul>
        {callbacks.map(({ name, kind, summary, operation }) => (
          <li>
            <code>{name}</code>, {kinds[kind]}
            {operation !== undefined && ` after ${operation}`}
            {summary !== undefined && `: ${summary}`}
          </li>
        ))}
      </ul>
      <p>
        All of it is kept in <a href={to(visit, '/inbox')}>the inbox</a>, and sent on to where{' '}
        <a href={to(visit, '/subscriptions')}>a subscription</a> says.
      </p>
    </>
  );
}
