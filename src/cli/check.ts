/** `nhs-sandbox check`: what would be served of a contract, how faithfully, and what in it was mended, left unchecked or left out. */
import { defineCommand } from './command.ts';
import { UsageError } from './failure.ts';
import { flag } from './options.ts';
import { readContracts } from './read-contracts.ts';
import { placeOf } from './quirks.ts';
import { reportOn, type ContractReport } from './contract-report.ts';
import type { Terminal } from './terminal.ts';

export const command = defineCommand({
  name: 'check',
  summary: 'Says what would be served of a contract, and how well.',
  usage: '<contract…> [options]',
  about: [
    'How an operation is answered, best first: by behaviour (rules of the API written by hand), inferred (state that follows from the\n' +
      "contract's shape), by example (a published example) or generated (a body made up to fit the schema).",
  ],
  examples: [
    ['check ./my-api.yaml', 'a table'],
    ['check ./my-api.yaml --json', 'the same for a program'],
  ],
  options: { json: flag('Print JSON.') },
  async run({ json }, words, terminal) {
    if (words.length === 0) throw new UsageError('check wants a contract: a file, or a name of the catalogue');
    const reports = (await readContracts(words)).map(reportOn);
    if (json) terminal.out(JSON.stringify(reports, null, 2));
    else for (const report of reports) terminal.out(page(report, terminal));
    return 0;
  },
});

function page({ slug, title, version, base, operations, quirks, roles }: ContractReport, { bold, dim, red }: Terminal): string {
  const wide = (pick: (row: (typeof operations)[number]) => string) => Math.max(0, ...operations.map((row) => pick(row).length));
  const [methodWidth, pathWidth] = [wide(({ method }) => method), wide(({ path }) => path)];
  const counts = Map.groupBy(operations, ({ answeredBy }) => answeredBy);
  const share = roles.leaves === 0 ? 100 : Math.floor((100 * roles.known) / roles.leaves);
  return [
    `${bold(title)} ${version}`,
    `  ${slug}, served at ${base || '/'}`,
    '',
    ...operations.map(
      ({ method, path, answeredBy, id }) =>
        `  ${method.padEnd(methodWidth)}  ${path.padEnd(pathWidth)}  ${answeredBy.padEnd(9)}  ${dim(id)}`,
    ),
    '',
    `  ${operations.length} operations: ${[...counts].map(([how, those]) => `${those.length} ${how}`).join(', ')}`,
    `  ${share} % of ${roles.leaves} leaves and parameters have a meaning we know${roles.unknown.length > 0 ? `; not ${roles.unknown.join(', ')}` : ''}`,
    ...(quirks.length === 0 ? [] : ['', bold(`  ${quirks.length} ${quirks.length === 1 ? 'quirk' : 'quirks'}`)]),
    ...quirks.map(
      (quirk) =>
        `  ${quirk.effect === 'unserved' ? red(quirk.effect) : quirk.effect.padEnd(9)}  ${placeOf(quirk)}\n             ${dim(quirk.message)}`,
    ),
    '',
  ].join('\n');
}
