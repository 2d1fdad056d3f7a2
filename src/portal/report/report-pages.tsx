/** The readiness report: what clients have tried, got wrong and never tried; to be read, printed and taken away. */
import { blocksOf } from '../../conformance/report/blocks.ts';
import { portalPath } from '../../gateway/places.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl, type ControlAnswer } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { fileToKeep } from '../page/file-to-keep.ts';
import { notFoundPage } from '../page/not-found.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import type { Pages } from '../pages.ts';
import { to, type PageVisit } from '../visit.ts';
import { ReportBlocks } from './report-blocks.tsx';
import { zipOf } from './zip.ts';

export function reportPages(pages: Pages): void {
  pages.get(`${portalPath}/report`, ({ env: visit }) => reportPage(visit));
  pages.get(`${portalPath}/report/:file`, ({ env: visit, req }) => reportFile(visit, req.param('file')));
}

/** What a report is of, as the address of the page says it. */
function askedOf({ query }: PageVisit) {
  const api = query.get('api')?.trim() ?? '';
  const since = query.get('since')?.trim() ?? '';
  const search = new URLSearchParams({ ...(api !== '' && { api }), ...(since !== '' && { since }) }).toString();
  return { api, since, search };
}

type Catalogue = ControlAnswer<{ readonly apis: readonly components['schemas']['Api'][] }>;

async function reportPage(visit: PageVisit): Promise<Response> {
  const { search } = askedOf(visit);
  const [report, catalogue] = await Promise.all([
    askControl<'read-report'>(visit, `/report?as=json&full=true&${search}`),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  const isWrong = !report.ok && (report.status === 400 || report.status === 422);
  if (!report.ok && !isWrong) return refused(visit, report);
  return consolePage(visit, {
    part: 'report',
    title: 'Readiness report',
    status: report.ok ? 200 : report.status,
    main: (
      <>
        <div class="on-screen">
          <p>
            Every request that a client sent here is held to rules that say what would fail in integration, each by a source that anybody
            can read. What is opened in a browser, or sent again from the page of an exchange, is not counted.
          </p>
          <Choices visit={visit} catalogue={catalogue} wrong={report.ok ? undefined : report} />
        </div>
        {report.ok && (
          <>
            <Ways visit={visit} />
            <Of visit={visit} catalogue={catalogue} />
            <div class="report">
              <ReportBlocks visit={visit} blocks={blocksOf(report.body)} />
            </div>
          </>
        )}
      </>
    ),
  });
}

interface ChoicesProps {
  readonly visit: PageVisit;
  readonly catalogue: Catalogue;
  readonly wrong: Refused | undefined;
}

function Choices({ visit, catalogue, wrong }: ChoicesProps) {
  const { api, since } = askedOf(visit);
  const faultOf = (name: string): string | undefined =>
    wrong?.problem.errors?.some((one) => one.name === name) ? wrong.problem.detail : undefined;
  const listed = catalogue.ok ? catalogue.body.apis.map(({ slug, title }) => [slug, title] as const) : [];
  const unknown = api !== '' && !listed.some(([slug]) => slug === api) ? [[api, api] as const] : [];
  return (
    <form class="fields report-choices" action={to(visit, '/report')}>
      <Field name="api" label="Of which API" value={api} choices={[['', 'All'], ...listed, ...unknown]} fault={faultOf('api')} />
      <Field
        name="since"
        label="Since when"
        hint="2026-01-01T09:30:00Z, or an exchange’s number"
        value={since}
        maxlength={64}
        fault={faultOf('since')}
      />
      <p>
        <button>Show this report</button>
      </p>
    </form>
  );
}

/** Names, types and what is asked for. */
const files = {
  'readiness-report.html': { as: 'html', type: 'text/html; charset=utf-8', words: 'as a page that needs nothing beside it' },
  'readiness-report.md': { as: 'markdown', type: 'text/markdown; charset=utf-8', words: 'as Markdown' },
  'readiness-report.json': { as: 'json', type: 'application/json', words: 'as JSON' },
} as const;

const archive = 'readiness-evidence.zip';

function Ways({ visit }: { readonly visit: PageVisit }) {
  const { search } = askedOf(visit);
  const place = (name: string): string => to(visit, `/report/${name}${search && `?${search}`}`);
  return (
    <div class="on-screen">
      <p class="actions">
        <button type="button" class="plain scripted" data-prints>
          Print it, or save it as a PDF
        </button>
        {Object.entries(files).map(([name, { words }]) => (
          <a href={place(name)} download={name}>
            Download {words}
          </a>
        ))}
        <a href={place(archive)} download={archive}>
          Download the evidence
        </a>
      </p>
      <p class="hint">
        The evidence is an archive (ZIP) with the report, what is known of each API’s rules, versions, settings and checksums, to attach to
        an answer.
      </p>
    </div>
  );
}

/** For whoever has it on paper. */
function Of({ visit, catalogue }: Pick<ChoicesProps, 'visit' | 'catalogue'>) {
  const { api, since } = askedOf(visit);
  const title = catalogue.ok ? catalogue.body.apis.find(({ slug }) => slug === api)?.title : undefined;
  if (api === '' && since === '') return null;
  return (
    <p>
      <strong>
        {api !== '' && `Of ${title ?? api} alone. `}
        {since !== '' && `Of what was asked since ${/^\d+$/.test(since) ? `exchange ${since}` : since}.`}
      </strong>
    </p>
  );
}

async function reportFile(visit: PageVisit, name: string): Promise<Response> {
  const { search } = askedOf(visit);
  if (name === archive) {
    const evidence = await askControl<'read-evidence'>(visit, `/report/evidence?${search}`);
    if (!evidence.ok) return refused(visit, evidence);
    return fileToKeep(zipOf(evidence.body.files.map((file) => ({ ...file, name: `evidence/${file.name}` }))), {
      name,
      type: 'application/zip',
    });
  }
  if (!isFile(name)) return notFoundPage(visit);
  const { as, type } = files[name];
  const answer = await visit.ask(`/_sandbox/report?as=${as}&full=true&${search}`);
  if (!answer.ok) return refused(visit, { ok: false, status: answer.status, problem: await answer.json() });
  return fileToKeep(as === 'json' ? laidOut(await answer.text()) : await answer.text(), { name, type });
}

const isFile = (name: string): name is keyof typeof files => Object.hasOwn(files, name);

/** Line by line, so that two can be compared. */
const laidOut = (json: string): string => `${JSON.stringify(JSON.parse(json), undefined, 2)}\n`;
