/** The answer to whoever asked for a token: the token, shown once, what it may do, and a request that uses it. */
import { askControl, sending } from '../control.ts';
import { timeOf } from '../exchanges/words.ts';
import { consolePage } from '../page/console.tsx';
import { Copied } from '../page/copied.tsx';
import { refused } from '../page/refused.tsx';
import { writeCurl } from '../try/snippets/curl.ts';
import { to, type PageVisit } from '../visit.ts';
import { tokensPage } from './choose-page.tsx';
import { modeInWords } from './modes.ts';
import { headerOfPersona, personaGroups, personaOf, type SignInPersona } from './personas.ts';

export async function tokenPage(visit: PageVisit, text: (name: string) => string): Promise<Response> {
  const as = text('as') === 'number' ? text('number').replaceAll(/[\s-]/g, '') : text('as');
  const isNameless = as === '' && text('as') === 'number';
  const wanted = { application: text('application'), ...((as !== '' || isNameless) && { as }) };
  const minted = await askControl<'mint-token'>(visit, '/tokens', sending('POST', wanted));
  if (!minted.ok) return minted.status === 401 ? refused(visit, minted) : tokensPage(visit, text, minted);
  const { token, mode, scopes, expires } = minted.body;
  const persona = personaOf(await personaGroups(visit), as);
  const { name, who, may, mayNot } = modeInWords(mode);
  const first = await firstUse(visit, { api: text('api'), operation: text('operation'), token, persona });
  const again = new URLSearchParams({ application: wanted.application, ...(as !== '' && { as }) });
  return consolePage(visit, {
    part: 'tokens',
    title: `A token for ${persona?.name ?? (as === '' ? 'the application' : `the patient ${as}`)}`,
    main: (
      <>
        <p>Shown this once: only a hash of it is kept. It opens nothing outside this workspace.</p>
        <Copied id="token" text={token} what="the token" />
        <dl>
          <dt>Whom it stands for</dt>
          <dd>
            {who} ({name}){persona && `: ${persona.meaning}`}
          </dd>
          <dt>What it may do</dt>
          <dd>{may}</dd>
          <dt>What it may not</dt>
          <dd>{mayNot}</dd>
          <dt>Scopes</dt>
          <dd>
            {scopes.map((scope) => (
              <>
                <code>{scope}</code>
                <br />
              </>
            ))}
          </dd>
          <dt>It runs out</dt>
          <dd>
            {timeOf(expires)} UTC, by <a href={to(visit, '/clock')}>the clock of the workspace</a>
          </dd>
        </dl>
        {first !== undefined && (
          <>
            <h2>Use it</h2>
            <p>Send it with each request. This one asks to be looked at strictly, as the real service does:</p>
            <Copied id="first-use" text={first} what="the command" />
          </>
        )}
        <p>
          <a href={to(visit, `/tokens?${again}`)}>Get another</a>
        </p>
      </>
    ),
  });
}

interface Use {
  readonly api: string;
  readonly operation: string;
  readonly token: string;
  readonly persona: SignInPersona | undefined;
}

/** A request of the operation that the token was wanted for, or of any that tells something. */
async function firstUse(visit: PageVisit, { api, operation, token, persona }: Use): Promise<string | undefined> {
  const found =
    operation === ''
      ? await askControl<'first-request'>(visit, '/first-request')
      : await askControl<'find-working-request'>(
          visit,
          `/contracts/${encodeURIComponent(api)}/operations/${encodeURIComponent(operation)}/request`,
        );
  if (!found.ok) return undefined;
  const { method, target, headers, body } = 'request' in found.body ? found.body.request : { ...found.body, body: undefined };
  const sent = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'authorization');
  const session = headerOfPersona('nhsd-session-urid', persona);
  const names = new Set(sent.map(([name]) => name.toLowerCase()));
  return writeCurl({
    method,
    url: visit.base + target,
    headers: [
      ...sent.map(([name, value]) => [name, headerOfPersona(name, persona) ?? value] as const),
      ...(session !== undefined && !names.has('nhsd-session-urid') ? [['NHSD-Session-URID', session] as const] : []),
      ['Authorization', `Bearer ${token}`],
      ['X-Sandbox-Access', 'strict'],
    ],
    ...(body !== undefined && { body }),
  });
}
