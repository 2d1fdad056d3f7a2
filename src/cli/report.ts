/** `nhs-sandbox report`: what clients of a running sandbox have tried, what they did wrong, and what they never tried. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { counted } from '../contract/counted.ts';
import { defineCommand } from './command.ts';
import { Failure, UsageError } from './failure.ts';
import { choice, flag, textOption } from './options.ts';
import { connect, workspaceOptions } from './remote/connection.ts';
import { writeNamedFile, writeOut } from './remote/named-file.ts';
import { told } from './remote/told.ts';

const forms = ['markdown', 'html', 'json'] as const;

export const command = defineCommand({
  name: 'report',
  summary: 'Says what clients have tried of each API, what they did wrong, and what they never tried.',
  usage: '[file] [options]',
  about: [
    'Of what the journal holds. Two reports of the same requests are the same, line by line, unless --full asks for times.',
    '--evidence writes a folder instead: the report, what is known of each API’s rules, versions, hashes, and what all of it does not prove.',
  ],
  examples: [
    ['report', 'in the terminal'],
    ['report report.html --as html', 'a page that needs nothing beside it'],
    ['report --evidence evidence', 'a folder to attach to an answer'],
  ],
  options: {
    as: choice(forms, 'How it is written.', 'markdown'),
    full: flag('With times, and what is said of the first of each mistake (a page always has them).'),
    evidence: textOption('folder', 'Write an evidence pack there.'),
    ...workspaceOptions,
  },
  async run({ as, full, evidence, ...others }, words, terminal) {
    const [file] = words;
    if (words.length > 1) throw new UsageError('report wants one file');
    if (evidence !== undefined && file !== undefined) throw new UsageError('--evidence names a folder, and takes no file beside it');
    const remote = connect(others, ['key']);
    if (evidence !== undefined) {
      const { files } = await told(remote, remote.api.GET('/report/evidence'));
      for (const { name, text } of files) writeIn(evidence, name, text);
      terminal.out(`${evidence}: ${counted(files.length, 'file')}. Begin with ${join(evidence, 'README.md')}`);
      return 0;
    }
    const query = { as, ...(full && { full }) };
    const written = await told(remote, remote.api.GET('/report', { params: { query }, parseAs: 'text' }));
    // Line by line, so that two can be compared.
    const text = as === 'json' ? `${JSON.stringify(JSON.parse(written), undefined, 2)}\n` : written;
    writeOut(file, text, terminal);
    return 0;
  },
});

/** A sandbox somewhere else says the names: none may lead out of the folder. */
function writeIn(folder: string, name: string, text: string): void {
  if (!/^(?:[\w-]+\/)?[\w-]+(?:\.[a-z]+)?$/i.test(name))
    throw new Failure(`the sandbox names a file ${JSON.stringify(name)}, which is no plain name`);
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeNamedFile(path, text);
}
