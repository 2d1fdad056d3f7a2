/** What clients have tried of each API, what they did wrong, and what they never tried: to be read, compared, and attached to an answer. */
import { reportOn, type ReadinessReport } from '../../conformance/report/report.ts';
import type { Contract } from '../../contract/contract.ts';
import { negotiate } from '../../contract/media-type.ts';
import type { BesideControl } from '../../gateway/gateway.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { elsewhere, type Ask, type Behaviours } from '../behaviours.ts';
import { between, noPoint, pointAt } from '../exchanges/wanted.ts';
import { evidenceOf, type EvidenceFile } from './evidence.ts';

const types = { json: 'application/json', html: 'text/html', markdown: 'text/markdown' } as const;
type Form = keyof typeof types;
type Asked = Pick<Ask<'read-report'>['query'], 'api' | 'since'>;

interface Told {
  readonly report: ReadinessReport;
  readonly page: WrittenReport | undefined;
}

const noApi: Problem = {
  problem: 'invalid-value',
  message: 'No API has this name: /_sandbox/catalogue lists them.',
  faults: [{ in: 'query', name: 'api', pointer: '', keyword: 'enum', message: 'must be the name of an API that is served' }],
};

export function reportBehaviours({ apis }: BesideControl, own: Contract): Behaviours<'read-report' | 'read-evidence'> {
  const of = (
    { journal, population, clock, isOutOfReach }: Workspace,
    { api, since }: Asked,
    isFull: boolean,
  ): ReadinessReport | Problem => {
    if (api !== undefined && !apis.some(({ slug }) => slug === api)) return noApi;
    const point = pointAt(since);
    if (!point) return noPoint('since');
    const all = [...journal.newest()];
    return reportOn(all, apis, {
      population,
      isOutOfReach: isOutOfReach(),
      full: isFull ? { at: clock.now() } : undefined,
      api,
      of: since === undefined ? undefined : new Set(between({ newest: () => all }, point, {})),
    });
  };
  const formOf = (call: Ask<'read-report'>): Form => {
    const type = negotiate(call.header('accept') ?? null, Object.values(types));
    return call.query.as ?? (Object.keys(types) as Form[]).find((form) => types[form] === type) ?? 'json'; // its own keys
  };

  return {
    'read-report': elsewhere({
      // Nobody compares pages, so they tell all.
      async reads(call: Ask<'read-report'>): Promise<Told | Problem> {
        const form = formOf(call);
        const report = of(call.visit.workspace, call.query, call.query.full ?? form === 'html');
        if ('problem' in report) return report;
        return { report, page: form === 'json' ? undefined : await written(report, form) };
      },
      turn: (_, { read: { report, page } }) =>
        page
          ? { status: 200 as const, headers: page.headers, binary: { bytes: new TextEncoder().encode(page.text), type: page.type } }
          : { status: 200 as const, body: report },
    }),
    'read-evidence': elsewhere({
      async reads({ query, visit: { workspace } }: Ask<'read-evidence'>): Promise<EvidenceFile[] | Problem> {
        const report = of(workspace, query, true);
        return 'problem' in report ? report : evidenceOf({ report, apis, workspace, version: own.version });
      },
      turn: (_, { read: files }) => ({ status: 200 as const, body: { data: 'synthetic' as const, files } }),
    }),
  };
}

interface WrittenReport {
  readonly type: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** How it is written is loaded when somebody wants it so. */
async function written(report: ReadinessReport, form: Exclude<Form, 'json'>): Promise<WrittenReport> {
  const type = `${types[form]}; charset=utf-8`;
  if (form === 'markdown') {
    const { reportMarkdown } = await import('../../conformance/report/markdown.ts');
    return { type, text: reportMarkdown(report), headers: {} };
  }
  const { reportPage, reportPolicy } = await import('../../conformance/report/page.tsx');
  return { type, text: reportPage(report), headers: { 'Content-Security-Policy': `${reportPolicy()}; frame-ancestors 'none'` } };
}
