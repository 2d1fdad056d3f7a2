/** `nhs-sandbox assert`: holds what was asked of a running sandbox to what it should have been. */
import { plainText } from '../contract/plain-text.ts';
import { headOf, indented, sumOf, whyOf } from '../control/assertions/told.ts';
import { annotations } from './assert/annotations.ts';
import { junit } from './assert/junit.ts';
import { readAssertions } from './assert/read-assertions.ts';
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { flag, textOption } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { writeNamedFile } from './remote/named-file.ts';
import { told } from './remote/told.ts';

export const command = defineCommand({
  name: 'assert',
  summary: 'Says whether what was asked of a running sandbox is what should have been asked.',
  usage: '<file> [options]',
  about: [
    'YAML or JSON: one assertion, a list of them, or { since, assertions }. - reads the standard input.',
    'Exit codes: 0 all hold, 1 one does not, or it cannot be told, 2 the file is not understood.',
  ],
  examples: [
    ['assert assertions.yaml', 'after the tests of a client'],
    ['assert assertions.yaml --junit assertions.xml --github', 'in a pipeline'],
    ['assert assertions.yaml --since 2026-01-01T09:30:00Z', 'only what was answered from then on'],
  ],
  options: {
    since: textOption('point', 'Only what came after this exchange (its number or id), or from this instant on.'),
    junit: textOption('file', 'Write a report of JUnit as well.'),
    github: flag('Print annotations for GitHub Actions as well.'),
    json: flag('Print JSON and nothing else.'),
    ...workspaceOptions,
  },
  async run({ since, junit: report, github, json, ...others }, words, terminal) {
    const [file] = words;
    if (file === undefined || words.length > 1) throw new UsageError('assert wants one file, or - for the standard input');
    if (json && github) throw new UsageError('--json and --github do not go together: both are for a program to read');
    const { body, lines } = readAssertions(file);
    const remote = connect(others, ['key']);
    const asking = remote.api.POST('/journal/assert', { body: { ...body, ...(since !== undefined && { since }) } });
    const asserted = await told(remote, refusing(asking, file));
    if (report !== undefined) writeNamedFile(report, junit(asserted, { file, lines }));
    if (json) terminal.out(JSON.stringify(asserted, undefined, 2));
    else {
      for (const result of asserted.results) {
        const head = headOf(result);
        terminal.out([result.outcome === 'holds' ? head : terminal.red(head), ...whyOf(result).map(indented)].join('\n'));
      }
      terminal.out(terminal.bold(sumOf(asserted)));
      if (github) for (const line of annotations(asserted, { file, lines })) terminal.out(line);
    }
    return asserted.passed ? 0 : 1;
  },
});

/** An assertion that is not understood is a mistake in the file, and no assertion that does not hold. */
async function refusing<T extends { readonly response: Response; readonly error?: unknown }>(asking: Promise<T>, file: string): Promise<T> {
  const answer = await asking;
  if (answer.response.status !== 400 && answer.response.status !== 422) return answer;
  const { detail } = (answer.error ?? {}) as { readonly detail?: unknown }; // whatever is there
  if (typeof detail !== 'string') return answer;
  throw new UsageError(`${plainText(file, 200)}: ${plainText(detail, 1_000)}`);
}
