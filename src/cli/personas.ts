/** `nhs-sandbox personas`: the test people, and what each is for. */
import { personas } from '../../mocks/personas.ts';
import { defineCommand } from './command.ts';
import { listPersonas } from './people/personas.ts';

export const command = defineCommand({
  name: 'personas',
  summary: 'Lists the test people (personas): those of the official sandboxes and of this one, and what each is for.',
  usage: '[word]',
  examples: [
    ['personas', 'all of them'],
    ['personas restricted', 'those that have to do with it'],
  ],
  options: {},
  run(_, words, terminal) {
    for (const line of listPersonas(personas, { word: words.join(' '), width: terminal.columns })) terminal.out(line);
    return 0;
  },
});
