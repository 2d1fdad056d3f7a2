/** What is told of an application once and never again: its secret, and the private half of a pair that was made here. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { howItGoes } from '../clock/clock-words.ts';
import { askControl } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Copied } from '../page/copied.tsx';
import { to, type PageVisit } from '../visit.ts';
import { tokenCommand } from './token-command.ts';

interface ShownOnce {
  readonly added: components['schemas']['AddedApplication'];
  readonly tokenUrl: string;
  readonly title: string;
  readonly status?: number;
}

export async function shownOncePage(visit: PageVisit, { added, tokenUrl, title, status = 200 }: ShownOnce): Promise<Response> {
  const { id, apiKey, clientSecret, privateKey, keys } = added;
  const kid = keys[0]?.kid ?? '';
  const asked = privateKey === undefined ? undefined : await askControl<'read-clock'>(visit, '/clock');
  const clock = asked?.ok ? asked.body : undefined;
  return consolePage(visit, {
    part: 'applications',
    title,
    status,
    main: (
      <>
        <p>
          <strong>What is marked “this once” cannot be read again.</strong> Keep it now. None of it opens anything outside this sandbox.
        </p>
        <h2>API key</h2>
        <p>It names the application: the client id, and iss and sub of its assertions.</p>
        <Copied id="api-key" text={apiKey} what="the API key" />
        {clientSecret !== undefined && (
          <>
            <h2>Client secret, shown this once</h2>
            <p>For signing people in. A secret that was there before no longer works.</p>
            <Copied id="client-secret" text={clientSecret} what="the client secret" />
          </>
        )}
        {privateKey !== undefined && (
          <>
            <h2>Private key, shown this once</h2>
            <p>
              Save it as <code>private.pem</code>. Its public half is registered as <code>{kid}</code>.
            </p>
            <Copied id="private-key" text={privateKey.trim()} what="the private key" />
            <h2>Get a token with it</h2>
            <p>
              Beside <code>private.pem</code>, in a shell with openssl and curl:
            </p>
            <Copied id="token-command" text={tokenCommand({ tokenUrl, apiKey, kid, clock })} what="the commands" />
            {clock && clock.mode !== 'real' && (
              <p>
                The clock of this workspace {clock.mode === 'frozen' ? howItGoes(clock) : `is ${howItGoes(clock)}`}, and tokens go by it: so
                does EXPIRES in the first lines. Once the clock is set or moved on, it has to be another.
              </p>
            )}
          </>
        )}
        <h2>What next</h2>
        <ul>
          <li>
            <a href={to(visit, `/tokens?application=${encodeURIComponent(id)}`)}>Get a token for it without signing anything</a>
          </li>
          <li>
            <a href={to(visit, `/applications/${encodeURIComponent(id)}`)}>All about this application</a>
          </li>
        </ul>
      </>
    ),
  });
}
