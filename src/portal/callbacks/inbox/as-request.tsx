/** A message as the request that a receiver gets: its method, its headers and its body, and how to tell that it is ours. */
import { prettyJson } from '../../exchanges/pretty-json.ts';
import { Copied } from '../../page/copied.tsx';
import { to, type PageVisit } from '../../visit.ts';
import type { SentMessage } from './words.ts';

interface AsRequestProps {
  readonly visit: PageVisit;
  readonly message: SentMessage;
}

export function AsRequest({ visit, message }: AsRequestProps) {
  return (
    <>
      <p>
        It is sent with <code>{message.method ?? 'POST'}</code>, and these headers:
      </p>
      <dl>
        {headersOf(message).map(([name, value]) => (
          <>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <p>
        The secret is that of the <a href={to(visit, '/subscriptions')}>subscription</a>
        {message.manner ? '. This API has a manner of its own' : ', where a receiver in a few lines is, too'}.
      </p>
      <h3>Its body</h3>
      <Copied id="body" text={prettyJson(JSON.stringify(message.body))} what="this body" />
    </>
  );
}

function headersOf({ id, contentType, manner, application }: SentMessage): readonly (readonly [name: string, value: string])[] {
  const type = ['Content-Type', contentType] as const;
  if (manner)
    return [
      type,
      [manner.keyHeader, 'the secret, as it is'],
      [
        manner.signatureHeader,
        `HMAC-SHA256 of the body in hexadecimal digits; its key is the id of the application (${application ?? 'demo'}), a full stop, and the secret`,
      ],
    ];
  return [
    type,
    ['webhook-id', id],
    ['webhook-timestamp', 'the real time of the attempt, in seconds since 1970'],
    [
      'webhook-signature',
      'v1, a comma, and in base64 the HMAC-SHA256 of id, time and body with a full stop between them; its key is the secret after whsec_, out of base64',
    ],
  ];
}
