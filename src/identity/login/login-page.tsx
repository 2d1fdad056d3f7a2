/** A log-in page: whole HTML without script or password, whose one form goes back to where the request to sign in was sent. */
import type { OwnPage } from '../../mock/reply.ts';
import type { Screen, ScreenChoice } from './screen.ts';
import { loginStyle } from './style.ts';

interface LoginPage {
  /** Who plays the provider: "the mock of NHS login". */
  readonly provider: string;
  readonly application: string;
  readonly screen: Screen;
  /** Where the form goes. */
  readonly action: string;
  /** What was asked, which the form sends again. */
  readonly fields: Iterable<readonly [string, string]>;
  /** Where the application wants its user back: the browser may be sent there when the form was. */
  readonly leadsTo: string;
}

export function loginPage({ provider, application, screen, action, fields, leadsTo }: LoginPage): OwnPage {
  const carried = [...fields];
  const { heading, intro, choices, typed } = screen;
  const html = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${heading} – mock ${provider} of the NHS API Sandbox`}</title>
        <link rel="icon" href="data:," />
        {/* No character of it is escaped: the policy of the page names its hash. */}
        <style>{loginStyle}</style>
      </head>
      <body>
        <header>
          <p class="synthetic" role="note">
            A sandbox, not {provider}: nobody real signs in here. Everybody on this page is made up, and there is no password.
          </p>
        </header>
        <main>
          <h1>{heading}</h1>
          <p>{intro}</p>
          <p class="hint">
            Asked by the application <b>{application}</b>.
          </p>
          {choices.length > 0 && (
            <form method="post" action={action}>
              <Carried fields={carried} />
              <ul role="list">
                {choices.map((choice) => (
                  <li>
                    <ChoiceButton {...choice} />
                  </li>
                ))}
              </ul>
            </form>
          )}
          {typed && (
            <form method="post" action={action}>
              <Carried fields={carried} />
              <h2>Somebody else</h2>
              <label for="typed">
                {typed.label}
                <span class="hint" id="typed-hint">
                  {typed.hint}
                </span>
                {typed.error !== undefined && (
                  <span class="error" id="typed-error">
                    {typed.error}
                  </span>
                )}
              </label>
              <input
                id="typed"
                name={typed.name}
                autocomplete="off"
                inputmode="numeric"
                required
                aria-describedby={typed.error === undefined ? 'typed-hint' : 'typed-error typed-hint'}
                {...(typed.error !== undefined && { 'aria-invalid': 'true' })}
              />
              <button class="send">Sign in as this person</button>
            </form>
          )}
        </main>
      </body>
    </html>
  ).toString();
  if (typeof html !== 'string') throw new TypeError('a log-in page waits for nothing');
  return { html: `<!doctype html>${html}`, style: loginStyle, leadsTo: [leadsTo] };
}

function Carried({ fields }: { readonly fields: readonly (readonly [string, string])[] }) {
  return (
    <>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

function ChoiceButton({ name, value, words, more }: ScreenChoice) {
  return (
    <button name={name} value={value}>
      <b>{words}</b>
      {more !== undefined && <span>{more}</span>}
    </button>
  );
}
