/** `nhs-sandbox personas`: the published test people, and what each is for. */
import { personas } from '../../mocks/personas.ts';
import { defineCommand } from './command.ts';
import { listPersonas } from './people/personas.ts';

export const command = defineCommand({
  name: 'personas',
  summary: 'Lists the published test people, and what each is for.',
  usage: '[word]',
  examples: [
    ['personas', 'all of them'],
    ['personas restricted', 'those that have to do with it'],
  ],
  options: {},
  run(_, words, terminal) {
    for (const line of listPersonas(personas, words.join(' '))) terminal.out(line);
    return 0;
  },
});
