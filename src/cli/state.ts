/** `nhs-sandbox state`: what clients have written in a running sandbox: thrown away, written to a file, put back from one. */
import { counted } from '../contract/counted.ts';
import { plainText } from '../contract/plain-text.ts';
import { isSeed, linesOfPart, seedParts } from '../workspace/seed-lines.ts';
import { defineCommand, defineGroup } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { readNamedFile, writeOut } from './remote/named-file.ts';
import { told } from './remote/told.ts';

const reset = defineCommand({
  name: 'state reset',
  summary: 'Deletes what clients have written. Settings, contracts and snapshots stay.',
  usage: '[options]',
  examples: [['state reset', 'as if nobody had written anything']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    if (words.length > 0) throw new UsageError('state reset takes options only; nhs-sandbox workspaces reset resets others');
    const remote = connect(values, ['key']);
    await told(remote, remote.api.POST('/reset'));
    terminal.out(`${remote.url} is as it was at the beginning.`);
    return 0;
  },
});

const write = defineCommand({
  name: 'state export',
  summary: 'Writes what clients have written to a file, as lines of JSON.',
  usage: '[file] [options]',
  about: ['Without a file it goes to the standard output. (nhs-sandbox export writes people of the population.)'],
  examples: [['state export demo.ndjson', 'to be put back later, or into another sandbox']],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [file] = words;
    if (words.length > 1) throw new UsageError('state export wants one file');
    const remote = connect(values, ['key']);
    terminal.progress('Exporting …');
    const lines = await told(remote, remote.api.GET('/export', { parseAs: 'text' })).finally(() => terminal.progress(''));
    writeOut(file, lines, terminal);
    return 0;
  },
});

const read = defineCommand({
  name: 'state import',
  summary: 'Puts back what was exported, in place of what is there; or takes in lines of your own, beside it.',
  usage: '<file> [options]',
  about: [
    'What was exported is put back as a whole, or not at all. Lines of your own are {"person": {…}} and {"api": "…", "operation": "…", ' +
      `"body": {…}}; a long file is sent in parts of ${linesOfPart} lines, each of which is taken in as a whole or not at all. - reads the standard input.`,
  ],
  examples: [
    ['state import demo.ndjson', 'as it was when it was exported'],
    ['state import seed.ndjson', 'people and requests of your own'],
  ],
  options: workspaceOptions,
  async run(values, words, terminal) {
    const [file] = words;
    if (file === undefined || words.length > 1) throw new UsageError('state import wants one file, or - for the standard input');
    const body = readNamedFile(file);
    if (body.trim() === '') throw new Failure(`${file === '-' ? 'the standard input' : file} is empty`);
    const remote = connect(values, ['key']);
    const parts = seedParts(body);
    let rows = 0;
    const notes: string[] = [];
    try {
      for (const { first, text } of parts) {
        terminal.progress(`Importing …${parts.length > 1 ? ` line ${first}` : ''}`);
        const query = first > 1 ? { firstLine: first } : {};
        const taken = await told(remote, remote.api.POST('/import', { params: { query }, body: text })).catch((error: unknown) => {
          if (!(error instanceof Failure) || rows === 0) throw error;
          throw new Failure(`${error.message} The lines before line ${first} are taken in.`, { cause: error });
        });
        rows += taken.rows;
        notes.push(...taken.notes);
      }
    } finally {
      terminal.progress('');
    }
    const done = isSeed(body) ? `${counted(rows, 'line')} taken in.` : `${counted(rows, 'row')} put back.`;
    terminal.out([done, ...notes.map((note) => plainText(note, 1_000))].join('\n'));
    return 0;
  },
});

export const command = defineGroup({
  name: 'state',
  summary: 'Resets a running sandbox, or carries its state to another one.',
  examples: [
    ['state reset', 'as if nobody had written anything'],
    ['state export demo.ndjson', 'everything that clients have written'],
    ['state import demo.ndjson --url http://localhost:9000', 'into another sandbox'],
  ],
  commands: { reset, export: write, import: read },
});
