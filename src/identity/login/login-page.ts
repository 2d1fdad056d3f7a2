/** A log-in page: whole HTML without script or password, whose one form goes back to where the request to sign in was sent. */
import { html, raw } from 'hono/html';
import type { OwnPage } from '../../mock/reply.ts';
import type { Screen, ScreenChoice } from './screen.ts';
import { loginStyle } from '../../generated/login-style.ts';

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
  const { heading, intro, choices, typed } = screen;
  const carried = [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  const page = html`<html lang="en-GB">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>${heading} – mock ${provider} of the NHS API Sandbox</title>
      <link rel="icon" href="data:," />
      ${raw(`<style>${loginStyle}</style>`)}
    </head>
    <body>
      <header>
        <p class="synthetic" role="note">
          A sandbox, not ${provider}: nobody real signs in here. Everybody on this page is made up, and there is no password.
        </p>
      </header>
      <main>
        <h1>${heading}</h1>
        <p>${intro}</p>
        <p class="hint">Asked by the application <b>${application}</b>.</p>
        ${choices.length > 0 ? choosing(choices, { action, carried }) : ''} ${typed ? typing(typed, { action, carried }) : ''}
      </main>
    </body>
  </html>`;
  if (page instanceof Promise) throw new TypeError('a log-in page waits for nothing');
  // No character of the style is escaped: the policy of the page names its hash.
  return { html: `<!doctype html>${page}`, style: loginStyle, leadsTo: [leadsTo] };
}

interface Form {
  readonly action: string;
  readonly carried: readonly unknown[];
}

const choosing = (choices: readonly ScreenChoice[], { action, carried }: Form) =>
  html`<form method="post" action="${action}">
    ${carried}
    <ul role="list">
      ${choices.map(
        ({ name, value, words, more }) =>
          html`<li>
            <button name="${name}" value="${value}"><b>${words}</b>${more === undefined ? '' : html`<span>${more}</span>`}</button>
          </li>`,
      )}
    </ul>
  </form>`;

const typing = ({ name, label, hint, error }: NonNullable<Screen['typed']>, { action, carried }: Form) =>
  html`<form method="post" action="${action}">
    ${carried}
    <h2>Somebody else</h2>
    <label for="typed">
      ${label}
      <span class="hint" id="typed-hint">${hint}</span>
      ${error === undefined ? '' : html`<span class="error" id="typed-error">${error}</span>`}
    </label>
    <input
      id="typed"
      name="${name}"
      autocomplete="off"
      inputmode="numeric"
      required
      aria-describedby="${error === undefined ? 'typed-hint' : 'typed-error typed-hint'}"
      ${error === undefined ? '' : raw('aria-invalid="true"')}
    />
    <button class="send">Sign in as this person</button>
  </form>`;
