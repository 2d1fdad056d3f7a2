/** The evidence pack: the report, what is known of the rules of each API that was asked, versions, and the hash of every file. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { notProven } from '../../conformance/report/not-proven.ts';
import type { ReadinessReport } from '../../conformance/report/report.ts';
import { documentText } from '../../contract/document-text.ts';
import type { Api } from '../../gateway/api.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { fidelityNotesOf } from '../contracts/fidelity-notes.ts';

export type EvidenceFile = components['schemas']['EvidenceFile'];

interface EvidenceOptions {
  readonly report: ReadinessReport;
  readonly apis: readonly Api[];
  readonly workspace: Pick<Workspace, 'seed' | 'settings' | 'population'>;
  /** Of the sandbox's own API. */
  readonly version: string;
}

export async function evidenceOf({ report, apis, workspace, version }: EvidenceOptions): Promise<EvidenceFile[]> {
  const [{ reportMarkdown }, { reportPage }] = await Promise.all([
    import('../../conformance/report/markdown.ts'),
    import('../../conformance/report/page.tsx'),
  ]);
  const asked = apis.filter(({ contract }) => report.apis.some(({ slug }) => slug === contract.slug));
  const fidelity = await Promise.all(
    asked.map(async (api) => {
      const notes = await fidelityNotesOf(api);
      return notes ? [file(`fidelity/${api.contract.slug}.json`, json, jsonText(notes))] : [];
    }),
  );
  const { seed, settings, population } = workspace;
  const versions = {
    sandbox: version,
    seed,
    populationAsOf: population.asOf,
    settings,
    apis: asked.map(({ contract }) => {
      const text = documentText(contract);
      return {
        slug: contract.slug,
        title: contract.title,
        version: contract.version,
        ...(text !== undefined && { contractSha256: hashOf(text) }),
      };
    }),
  };
  const files = [
    file('README.md', markdown, readme(report)),
    ...fidelity.flat(),
    file('report.html', 'text/html', reportPage(report)),
    file('report.json', json, jsonText(report)),
    file('report.md', markdown, reportMarkdown(report)),
    file('versions.json', json, jsonText(versions)),
  ];
  return [...files, file('SHA256SUMS', 'text/plain', files.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join(''))];
}

const json = 'application/json';
const markdown = 'text/markdown';

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const file = (name: string, type: string, text: string): EvidenceFile => ({ name, type, sha256: hashOf(text), text });

const readme = ({ apis, made }: ReadinessReport): string => `# Evidence from a sandbox

Made ${made ?? ''} by the clock of the workspace, of requests to ${apis.map(({ title }) => title).join(', ') || 'no API'}. Synthetic data only: a mock
for development and testing, not a service of the NHS.

- \`report.html\`, \`report.md\`, \`report.json\`: what clients tried, what they did wrong and by which published source, and what they never tried
- \`fidelity/\`: of each rule of an API whether the real service was seen to have it, and where; where there is no file, the report says what is known
- \`versions.json\`: the sandbox, its settings and its seed, and each contract with the SHA-256 of \`GET /_sandbox/contracts/<api>.json\`
- \`SHA256SUMS\`: \`sha256sum -c SHA256SUMS\` says whether the files still belong together

## What this does not prove

${notProven.map((sentence) => `- ${sentence}`).join('\n')}
`;
