/** `nhs-sandbox check`: what would be served of a contract, how faithfully, and what in it was mended, left unchecked or left out. */
import { counted } from '../contract/counted.ts';
import type { Quirk } from '../contract/contract.ts';
import { plainText } from '../contract/plain-text.ts';
import { defineCommand } from './command.ts';
import { limitOptions, limitsOf } from './contract-limits.ts';
import { flag } from './options.ts';
import { readContracts } from './read-contracts.ts';
import { reportOn } from './check/contract-report.ts';
import { page } from './check/report-page.ts';
import { summaryPage } from './check/summary-page.ts';

export const command = defineCommand({
  name: 'check',
  summary: 'Says what would be served of a contract, and how well.',
  usage: '[contract…] [options]',
  about: [
    'A line per operation: what it does to the resource that is kept (list, read, create …), or what answers in its place: behaviour (rules ' +
      'written by hand), example (a published one), generated (a body made up to fit the schema), empty or refusal. Then what is understood ' +
      'of it: where ids and items stand, how it is paged and searched. A question mark: the answer is in part a guess.',
    'Of several contracts, or of the whole catalogue where none is named, it prints a line each.',
    'Of an API whose rules were held against the real service it says what is known of each: observed, inferred, unknown, or different on ' +
      'purpose; with --verbose, by which source and when.',
    'A quirk is what in the contract could not be taken as it stands: mended, not enforced, or left out. Quirks are no failure, unless ' +
      '--strict is given.',
  ],
  examples: [
    ['check ./my-api.yaml', 'a table'],
    ['check', 'a line for each API of the catalogue'],
    ['check ./my-api.yaml --verbose', 'all that is understood of each operation'],
    ['check ./my-api.yaml --json', 'the same for a program'],
    ['check ./my-api.yaml --strict', 'for a build: fails where anything is a quirk'],
  ],
  options: {
    json: flag('Print JSON.'),
    verbose: flag('Say all that is understood of each operation, and what is a guess.'),
    strict: flag('End with code 1 where there is any quirk: a part that is left out, not enforced, or not read as it stands.'),
    ...limitOptions,
  },
  async run({ json, verbose, strict, ...limits }, words, terminal) {
    const reports = await Promise.all((await readContracts(words, { limits: limitsOf(limits) })).map(reportOn));
    if (json) terminal.out(JSON.stringify(reports, bounded, 2));
    else if (reports.length > 1 && !verbose) terminal.out(summaryPage(reports, terminal));
    else for (const report of reports) terminal.out(page(report, { verbose, terminal }));
    const quirky = strict ? reports.filter(({ quirks }) => quirks.length > 0) : [];
    for (const { slug, quirks } of quirky) terminal.error(`${terminal.red('nhs-sandbox:')} ${slug} has ${quirkCount(quirks)}`);
    return quirky.length > 0 ? 1 : 0;
  },
});

/** `3 quirks: 2 mended, 1 unserved`. */
function quirkCount(quirks: readonly Quirk[]): string {
  const kinds = [...Map.groupBy(quirks, ({ effect }) => effect)].map(([effect, those]) => `${those.length} ${effect}`);
  return `${counted(quirks.length, 'quirk')}: ${kinds.join(', ')}`;
}

/** No text of a contract is printed longer than anybody reads. */
const bounded = (_: string, value: unknown): unknown => (typeof value === 'string' ? plainText(value, 1_000) : value);
