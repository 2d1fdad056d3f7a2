/** Data that `start` takes in before anybody asks: what was exported, or people and requests as lines. */
import { counted } from '../../contract/counted.ts';
import type { NodeSandbox } from '../../runtimes/node/node.ts';
import { isSeed, seedParts } from '../../workspace/seed-lines.ts';
import { Failure } from '../failure.ts';
import { readNamedFile } from '../remote/named-file.ts';
import type { Terminal } from '../terminal.ts';

/** Lines are data to begin with; whatever else is named is the file that keeps what is written. */
export const isOfLines = (file: string): boolean => /\.(?:ndjson|jsonl)$/i.test(file);

/** What became of it, in a sentence. */
export async function loadData(sandbox: Pick<NodeSandbox, 'isUntouched' | 'load'>, file: string, terminal: Terminal): Promise<string> {
  const text = readNamedFile(file);
  if (!sandbox.isUntouched()) return `${file} is left alone, since there is data already; nhs-sandbox state import takes it in beside that`;
  let rows = 0;
  try {
    for (const part of seedParts(text)) {
      terminal.progress(`Loading ${file} … line ${part.first}`);
      const loaded = await sandbox.load(part.text, part.first);
      if ('refused' in loaded) throw new Failure(`${file} cannot be loaded. ${loaded.refused}`);
      rows += loaded.rows;
    }
  } finally {
    terminal.progress('');
  }
  return `${counted(rows, isSeed(text) ? 'line' : 'row')} of ${file}`;
}
