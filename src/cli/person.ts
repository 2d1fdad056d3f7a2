/** `nhs-sandbox person`: one person of the synthetic population, with family and timeline. */
import { populationOf } from '../runtimes/population.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { flag } from './options.ts';
import { describePerson } from './people/person.ts';
import { worldOptions } from './server-options.ts';

export const command = defineCommand({
  name: 'person',
  summary: 'Shows one person of the synthetic population, with family and timeline.',
  usage: '<nhs number> [options]',
  examples: [
    ['person 9000000009', 'a test person'],
    ['person 9000000009 --all', 'with the whole timeline'],
  ],
  options: { all: flag('The whole timeline, not only the latest events.'), ...worldOptions },
  run({ seed, size, all }, words, terminal) {
    if (words.length === 0) throw new UsageError('person wants an NHS number, as in: nhs-sandbox person 9000000009');
    const lines = describePerson(populationOf(seed, size), words.join(''), { all, width: terminal.columns });
    if (!lines) throw new Failure('nobody in this population has that NHS number; nhs-sandbox people lists some who exist');
    for (const line of lines) terminal.out(line);
    return 0;
  },
});
