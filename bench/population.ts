/**
 * `npm run population`: the synthetic people beside the published figures of England, as Markdown. `-- --html FILE` also writes a page of
 * charts, `--sample N` looks at so many people instead of all, and `--records N` into so many clinical records; `--stories N` tells of
 * households drawn at random instead.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { organisations, personas } from '../mocks/personas.ts';
import type { Population } from '../src/population.ts';
import { daysInReach, isInReach, statedDay } from '../src/world/reach.ts';
import { createWorld, defaultSeed, defaultSize } from '../src/world/world.ts';
import { inMarkdown } from './population/markdown.ts';
import { survey } from './population/measure.ts';
import { inHtml } from './population/page.ts';
import { drawnStories } from './population/stories.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: String(defaultSize) },
    seed: { type: 'string', default: String(defaultSeed) },
    'as-of': { type: 'string', default: statedDay },
    sample: { type: 'string' },
    records: { type: 'string', default: '10000' },
    html: { type: 'string' },
    stories: { type: 'string' },
    'seed-of-draw': { type: 'string', default: '1' },
  },
});

function refuse(why: string): never {
  console.error(why);
  process.exit(2);
}

function wholeNumber(name: string, text: string): number {
  return /^\d+$/.test(text) ? Number(text) : refuse(`--${name} wants a whole number, not ${text}`);
}

function worldAsked(): Population {
  const asOf = values['as-of'];
  if (!isInReach(asOf)) refuse(`--as-of wants ${daysInReach}, not ${asOf}`);
  const seed = wholeNumber('seed', values.seed);
  const size = wholeNumber('size', values.size);
  try {
    return createWorld({ seed, size, asOf, personas, organisations });
  } catch (error) {
    if (error instanceof RangeError) refuse(error.message);
    throw error;
  }
}

const world = worldAsked();

if (values.stories !== undefined) {
  const draw = { count: wholeNumber('stories', values.stories), seed: wholeNumber('seed-of-draw', values['seed-of-draw']) };
  for (const story of drawnStories(world, draw)) console.log(`${story}\n`);
} else {
  const sample = values.sample === undefined ? undefined : wholeNumber('sample', values.sample);
  const of = Math.min(sample ?? world.size, world.size);
  const told = survey(world, {
    ...(sample !== undefined && { sample }),
    records: wholeNumber('records', values.records),
    progress: (seen) => tell(`${Math.round((100 * seen) / of)} %`),
  });
  tell('');
  console.log(inMarkdown(told, world));
  if (values.html !== undefined) writeFileSync(values.html, await inHtml(told, world));
}

/** On the last line of a terminal; whoever writes the errors into a file wants no progress there. */
function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(8)}\r`);
}
