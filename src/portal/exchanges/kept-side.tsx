/** What was sent, or what came back: headers, and the body as far as it is kept. */
import { isJsonType } from '../../contract/media-type.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { Copied } from '../page/copied.tsx';
import { prettyJson } from './pretty-json.ts';

interface KeptSideProps {
  /** Unique on its page: `sent` or `answered`. */
  readonly id: string;
  /** Behind what it is of: `sent`, or `that came back`. */
  readonly what: string;
  readonly headers: components['schemas']['KeptHeaders'] | undefined;
  readonly body: components['schemas']['KeptBody'] | undefined;
}

export function KeptSide({ id, what, headers, body }: KeptSideProps) {
  if (headers === undefined) return null;
  const lines = Object.entries(headers);
  return (
    <>
      <details>
        <summary>
          Headers {what} ({lines.length})
        </summary>
        <dl>
          {lines.map(([name, value]) => (
            <>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <code>{value}</code>
              </dd>
            </>
          ))}
        </dl>
      </details>
      {body && <Body id={id} what={what} body={body} />}
    </>
  );
}

function Body({ id, what, body: { type, bytes, text, cut } }: { readonly id: string; readonly what: string; readonly body: Kept }) {
  return (
    <>
      <h3>The body {what}</h3>
      <p>
        {type !== undefined && (
          <>
            <code>{type}</code>,{' '}
          </>
        )}
        {sizeOf(bytes)}
        {text === undefined &&
          bytes > 0 &&
          '. No more is kept of it: it is no text, it could not be looked through, or bodies are not kept here'}
        .
      </p>
      {text !== undefined && text !== '' && (
        <Copied id={`${id}-body`} text={isJsonType(type ?? '') ? prettyJson(text) : text} what="this body" />
      )}
      {cut && <p>Here it is cut: the rest is not kept.</p>}
    </>
  );
}

type Kept = components['schemas']['KeptBody'];

const sizeOf = (bytes: number): string => `${bytes.toLocaleString('en-GB')} ${bytes === 1 ? 'byte' : 'bytes'}`;
