/** `nhs-sandbox export`: people of the synthetic population as CSV or as lines of JSON. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { populationToday } from '../runtimes/population.ts';
import { largestSize } from '../world/world.ts';
import { defineCommand } from './command.ts';
import { Failure } from './failure.ts';
import { choice, integer, textOption } from './options.ts';
import { exportFormats, exportPeople } from './people/export.ts';
import { asOf as asOfOption, worldOptions } from './server-options.ts';

export const command = defineCommand({
  name: 'export',
  summary: 'Writes people of the synthetic population as CSV or as lines of JSON.',
  usage: '[options]',
  examples: [
    ['export --count 1000 > people.csv', 'a thousand people'],
    ['export --format ndjson --count 50000 --out people.ndjson', 'many, into a file'],
  ],
  options: {
    count: integer('number', 'How many people, spread over the population (100).', { initial: 100, min: 1, max: largestSize }),
    format: choice(exportFormats, 'csv has the main facts; ndjson has everything (csv).', 'csv'),
    out: textOption('file', 'Write to this file, and say how far it has got.'),
    ...worldOptions,
    'as-of': asOfOption,
  },
  async run({ seed, size, 'as-of': asOf, count, format, out }, _, terminal) {
    const population = populationToday(seed, size, asOf);
    if (out === undefined) {
      for (const line of exportPeople(population, { count, format })) terminal.out(line);
      return 0;
    }
    const progress = (done: number): void => terminal.error(`${done} of ${count}`);
    await writeLines(out, exportPeople(population, { count, format, progress }));
    return 0;
  },
});

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(
      Readable.from(lines).map((line: string) => `${line}\n`),
      createWriteStream(file),
    );
  } catch (error) {
    throw new Failure(`${file} cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
}
