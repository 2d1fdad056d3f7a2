/** `nhs-sandbox person`: one person of the synthetic population, with their clinical record, family and timeline. */
import { populationToday } from '../runtimes/population.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { flag } from './options.ts';
import { describePerson } from './people/person.ts';
import { asOf as asOfOption, worldOptions } from './server-options.ts';

export const command = defineCommand({
  name: 'person',
  summary: 'Shows one person of the synthetic population, with their clinical record, family and timeline.',
  usage: '<nhs number> [options]',
  examples: [
    ['person 9000000009', 'a test person'],
    ['person 9000000009 --all', 'with all of it'],
    ['person 9000000009 --as-of 2030-01-01', 'as they will be then'],
  ],
  options: { all: flag('All of the record and the timeline, not only the latest.'), ...worldOptions, 'as-of': asOfOption },
  run({ seed, size, 'as-of': asOf, all }, words, terminal) {
    if (words.length === 0) throw new UsageError('person wants an NHS number, as in: nhs-sandbox person 9000000009');
    const population = populationToday(seed, size, asOf);
    const lines = describePerson(population, words.join(''), { all, width: terminal.columns });
    if (!lines)
      throw new Failure(`nobody in this population has that NHS number as of ${population.asOf}; nhs-sandbox people lists some who exist`);
    for (const line of lines) terminal.out(line);
    return 0;
  },
});
