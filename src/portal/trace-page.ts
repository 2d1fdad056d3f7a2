/** The explanation of an exchange as a page to read. Whatever was stored or sent is text here and never markup; the page runs no script. */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Json } from '../contract/contract.ts';
import { isArray, isObject } from '../contract/json.ts';
import type { Binary } from '../mock/reply.ts';
import { html, type Markup } from './markup.ts';

/** System colours keep the reader's own choice of light, dark or high contrast. */
const style = `:root{color-scheme:light dark}
body{margin:0;font:1rem/1.5 system-ui,sans-serif;background:Canvas;color:CanvasText}
.synthetic{margin:0;padding:.5rem 1rem;background:#ffd633;color:#111;font-weight:600}
main{max-width:60rem;margin:0 auto;padding:0 1rem 3rem}
h1{font-size:1.5rem;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin-top:2rem}
dl{display:grid;grid-template-columns:fit-content(40%) minmax(0,1fr);gap:.25rem 1rem}
dt{font-weight:600}
dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid GrayText;overflow-wrap:anywhere}
pre{padding:1rem;border:1px solid GrayText;white-space:pre-wrap;overflow-wrap:anywhere}
code{font-family:ui-monospace,monospace}`;

/** A strict content security policy, narrowed to what this page has: one style, known by its hash. */
function contentSecurityPolicy(): string {
  const hash = btoa(String.fromCharCode(...sha256(utf8ToBytes(style))));
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'`;
}

export interface WrittenPage {
  readonly binary: Binary;
  readonly headers: Readonly<Record<string, string>>;
}

export function tracePage(explanation: Json): WrittenPage {
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${titleOf(explanation)} – trace – NHS API Sandbox (synthetic data)</title>
        ${html([`<style>${style}</style>`])}
      </head>
      <body>
        <p class="synthetic" role="note">
          Synthetic data. A mock for development and testing: no real patient, never for care. Not a service of the NHS.
        </p>
        <main>
          <h1>${titleOf(explanation)}</h1>
          ${answerSection(explanation)}${problemSection(explanation)}${listSection(
            'What it would be refused for next',
            at(explanation, 'next'),
          )}${listSection('Notes', at(explanation, 'notes'))}${listSection(
            'Where this answer breaks its contract (a fault of the sandbox, or of a published example)',
            at(explanation, 'contractFaultsInOurAnswer'),
          )}${worksSection(explanation)}
        </main>
      </body>
    </html> `;
  return {
    binary: { bytes: utf8ToBytes(page.markup) as Uint8Array<ArrayBuffer>, type: 'text/html; charset=utf-8' }, // made of nothing shared
    headers: {
      'Content-Security-Policy': contentSecurityPolicy(),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': 'max-age=31536000',
      'X-Robots-Tag': 'noindex',
      Vary: 'Accept',
    },
  };
}

const titleOf = (explanation: Json): string =>
  `${text(explanation, 'answer', 'status')} to ${text(explanation, 'request', 'method')} ${text(explanation, 'request', 'url')}`;

function answerSection(explanation: Json): Markup {
  const operation = text(explanation, 'operation', 'id');
  const rows: readonly (readonly [name: string, value: string])[] = [
    ['Why this answer', text(explanation, 'answer', 'why')],
    ['API', [text(explanation, 'api', 'title'), text(explanation, 'api', 'version')].filter(Boolean).join(' ')],
    ['Operation', operation && `${operation}, ${text(explanation, 'operation', 'method')} ${text(explanation, 'operation', 'path')}`],
    ['Where its contract says so', text(explanation, 'operation', 'contract')],
    ['Time, by the sandbox’s clock', text(explanation, 'at')],
    ['Number of this request', text(explanation, 'number')],
    ['Seed that the made-up data is drawn by', text(explanation, 'seed')],
  ];
  return html`<h2>The answer</h2>
    <dl>
      ${rows
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd> `,
        )}
    </dl>`;
}

function problemSection(explanation: Json): Markup | '' {
  const problem = at(explanation, 'problem');
  if (problem === undefined) return '';
  const faults = at(problem, 'faults');
  const table =
    isArray(faults) && faults.length > 0
      ? html` <table>
          <caption>
            Everything that was found wrong with the request
          </caption>
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">What was wanted</th>
              <th scope="col">Rule</th>
            </tr>
          </thead>
          <tbody>
            ${faults.map(
              (fault) =>
                html`<tr>
                  <td>${placeOf(fault)}</td>
                  <td>${text(fault, 'message')}</td>
                  <td><code>${text(fault, 'keyword')}</code></td>
                </tr> `,
            )}
          </tbody>
        </table>`
      : '';
  return html` <h2>What was wrong</h2>
    <p>${text(problem, 'message')} <code>${text(problem, 'kind')}</code></p>
    ${table}`;
}

function placeOf(fault: Json): string {
  return [text(fault, 'in'), text(fault, 'name'), text(fault, 'pointer')].filter(Boolean).join(' ');
}

function listSection(heading: string, items: Json | undefined): Markup | '' {
  if (!isArray(items) || items.length === 0) return '';
  return html` <h2>${heading}</h2>
    <ul>
      ${items.map((item) => html`<li>${String(item)}</li> `)}
    </ul>`;
}

function worksSection(explanation: Json): Markup | '' {
  const works = text(explanation, 'works');
  return works === ''
    ? ''
    : html` <h2>A request that works</h2>
        <p>${text(explanation, 'worksNote') || 'The request as it was sent, with what was wrong put right; it has been tried out.'}</p>
        <pre><code>${works}</code></pre>`;
}

function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((found, name) => (isObject(found) ? found[name] : undefined), value);
}

function text(value: Json, ...names: readonly string[]): string {
  const found = at(value, ...names);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
