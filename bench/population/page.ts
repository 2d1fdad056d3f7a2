/** The report as a page of charts, each with its table: one file, with nothing to fetch and no script. */
import { html, raw } from 'hono/html';
import type { Population } from '../../src/population.ts';
import { chartOf } from './chart.ts';
import type { Section } from './figures.ts';
import { acceptedInWords, englandInWords, inUnit, nameLists, sourceInWords } from './in-words.ts';
import { capital, countOf, introduction, nameOf } from './markdown.ts';
import { judge, type Judged, type Survey } from './measure.ts';
import { style } from './page-style.ts';
import { topics } from './topics/topics.ts';

type Html = ReturnType<typeof html>;

export async function inHtml(survey: Survey, population: Population): Promise<string> {
  const judged = topics.map(({ sections }) => sections.map((section) => judge(survey, section)));
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>The population beside England</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>The population beside England</h1>
          ${introduction(survey, population, judged.flat(2)).map((sentence) => html`<p>${sentence}</p>`)} ${legend()}
          <nav aria-label="Topics">
            <ul>
              ${topics.map(({ title }, n) => html`<li><a href="#${idOf(title)}">${title}</a>: ${metOf(judged[n]?.flat() ?? [])}</li>`)}
            </ul>
          </nav>
          <h2>The targets</h2>
          ${tableOf(
            'What the world was built for',
            judged.flat(2).filter(({ figure }) => figure.isTarget),
            nameOf,
          )}
          ${topics.map(
            ({ title, sections }, n) =>
              html`<h2 id="${idOf(title)}">${title}</h2>
                ${sections.map((section, m) => sectionOf(section, judged[n]?.[m] ?? []))}`,
          )}
          <h2>The commonest names</h2>
          <dl>
            ${nameLists(survey.counts).map(
              ({ title, names }) =>
                html`<dt>${capital(title)}</dt>
                  <dd>${names}</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html> `;
  return String(await page);
}

const idOf = (title: string): string => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

const metOf = (judged: readonly Judged[]): string => `${countOf(judged, 'met')} of ${judged.length} met`;

const legend = (): Html => html`
  <p class="legend">
    In the charts
    <svg width="28" height="14" aria-hidden="true"><rect class="ours" y="3" width="28" height="8" /></svg> a bar is ours,
    <svg width="8" height="18" aria-hidden="true"><line class="england" x1="4" x2="4" y1="0" y2="18" /></svg> an upright line is England’s
    figure, and <svg width="28" height="18" aria-hidden="true"><rect class="accepted" x="1" y="1" width="26" height="16" /></svg> a box what
    is accepted.
  </p>
`;

function sectionOf(section: Section, judged: readonly Judged[]): Html {
  const { title, about, unit } = section;
  return html`<section>
    <h3>${title}</h3>
    <figure>
      <div class="wide" tabindex="0" role="region" aria-label="Chart: ${title}">${raw(chartOf(section, judged))}</div>
    </figure>
    ${tableOf(`${title}: ${about}${unit === '%' || unit === 'years' ? '' : ` (${unit})`}`, judged, ({ figure }) => figure.label)}
  </section>`;
}

function tableOf(caption: string, judged: readonly Judged[], name: (each: Judged) => string): Html {
  const id = `${idOf(caption)}-table`;
  return html`<div class="wide" tabindex="0" role="region" aria-labelledby="${id}">
    <table>
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${['Figure', 'Ours', 'England', 'Accepted', 'Verdict', 'Source'].map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${judged.map((each) => rowOf(name(each), each))}
      </tbody>
    </table>
  </div>`;
}

const rowOf = (name: string, { figure, section: { unit }, measured, verdict }: Judged): Html => html`
  <tr>
    <th scope="row">${name}</th>
    <td>${measured === undefined ? 'not told' : inUnit(measured.value, unit)}</td>
    <td>${englandInWords(figure, unit)}</td>
    <td>${acceptedInWords(figure, unit)}</td>
    <td class="${verdict.replace(' ', '-')}">${verdict}</td>
    <td>${sourceInWords(figure)}</td>
  </tr>
`;
