/** `nhs-sandbox people`: who in the synthetic population fits a description. */
import { populationToday } from '../runtimes/population.ts';
import { defineCommand, type Command } from './command.ts';
import { UsageError } from './failure.ts';
import { flag, integer, textOption } from './options.ts';
import { traits } from '../world/traits.ts';
import { add } from './people/add.ts';
import { needOptions, typedNeeds } from './people/need-options.ts';
import { listPeople } from './people/people.ts';
import { asOf as asOfOption, worldOptions } from './server-options.ts';

const list = defineCommand({
  name: 'people',
  summary: 'Lists people of the synthetic population who fit a description.',
  usage: '[options]',
  about: [
    'They are the same people that a sandbox with this seed and size serves on that day: today, where none is said.',
    'All that is asked holds of each who is listed. Behind the name stands in a few words why they meet what is needed.',
  ],
  examples: [
    ['people --family Smith --born 1980..1985', 'by name and birth'],
    ['people --trait restricted --limit 5', 'people of a kind that is awkward to find'],
    ['people --age 60..70 --lives-with partner --carer --random 7', 'people by need, drawn from all who fit'],
    ['people add people.yaml', 'brings people of your own to a running sandbox; people add --help says more'],
  ],
  options: {
    family: textOption('name', 'Family name; * stands for any letters after the first two.'),
    given: textOption('name', 'Given name, likewise.'),
    gender: textOption('gender', 'female, male, other or unknown.'),
    born: textOption('date', 'A year, a month, a date, or two of them: 1980, 1980-02-29, 1980..1985.'),
    gp: textOption('code', 'ODS code of a practice.'),
    postcode: textOption('start', 'What the postcode begins with.'),
    place: textOption('place', 'Town, village, borough or county of an address.'),
    trait: textOption('trait', `One of ${traits.join(', ')}; or several of them with commas between.`),
    fuzzy: flag('Also names that sound alike.'),
    history: flag('Also former family names.'),
    ...needOptions,
    limit: integer('number', 'How many at most (20).', { initial: 20, min: 1, max: 100_000 }),
    random: integer('seed', 'Draws them from all who fit, others with another seed, instead of listing the first.', {
      initial: undefined,
      min: 0,
      max: 999_999_999,
    }),
    ...worldOptions,
    'as-of': asOfOption,
  },
  run(values, words, terminal) {
    const { seed, size, 'as-of': asOf, family, given, gender, born, gp, postcode, place, trait, fuzzy, history, limit, random } = values;
    if (words.length > 0) throw new UsageError(`people takes options only; did you mean --family ${words[0]}?`);
    const asked = { family, given, gender, born, gp, postcode, place, trait, random, ...typedNeeds(values) };
    const population = populationToday(seed, size, asOf);
    const answer = listPeople(population, {
      ...Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
      ...(fuzzy && { fuzzy }),
      ...(history && { history }),
      limit,
    });
    if ('wrong' in answer) throw new UsageError(answer.wrong);
    for (const line of answer.lines) terminal.out(line);
    // Beside the list, which a program may read.
    terminal.error(`as of ${population.asOf}`);
    return 0;
  },
});

/** The list is older than the commands beside it, and needs no word. */
export const command: Command = {
  summary: list.summary,
  help: (terminal, [word] = []) => (word === 'add' ? add : list).help(terminal),
  run: ([word, ...rest], terminal) =>
    word === 'add' ? add.run(rest, terminal) : list.run(word === undefined ? [] : [word, ...rest], terminal),
};
