/** Stubs of a file that `start` was given: they take the place of those that came from such a file before, and of no others. */
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import type { NodeSandbox } from '../../runtimes/node/node.ts';
import { Failure } from '../failure.ts';
import { readStubs } from '../remote/read-stubs.ts';
import type { Terminal } from '../terminal.ts';

/** The same whatever the file is called: of two that are named one day and the next, the second stands alone. */
const source = 'start --stubs';

/** What became of it, in a sentence; what of them no contract documents is printed. */
export async function loadStubs(sandbox: Pick<NodeSandbox, 'replaceStubs'>, file: string, terminal: Terminal): Promise<string> {
  const stubs = readStubs(file);
  const replaced = await sandbox.replaceStubs(source, stubs);
  if ('refused' in replaced) throw new Failure(`${file} has a mistake. ${withPlace(replaced.refused, stubs)}`);
  for (const { id, warnings } of replaced.stubs)
    for (const warning of warnings) terminal.out(`${file}: ${plainText(id, 64)}: ${plainText(warning, 500)}`);
  return `${counted(replaced.stubs.length, 'stub')} of ${file}`;
}

/** While a sandbox runs: a file that cannot be used changes nothing. */
export async function reloadStubs(sandbox: Pick<NodeSandbox, 'replaceStubs'>, file: string, terminal: Terminal): Promise<void> {
  try {
    terminal.out(`Answering anew: ${await loadStubs(sandbox, file, terminal)}`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    terminal.error(`${error.message}\nStill answering by the stubs of before.`);
  }
}

/** Whoever writes a file counts from 1, and knows a stub by its id. */
function withPlace(refused: string, stubs: ReturnType<typeof readStubs>): string {
  const sentence = refused.replaceAll(/The (?:body|stub) at \/stubs\/(\d+)((?:\/\S*)?)/g, (_, index: string, pointer: string) => {
    const id: unknown = stubs[Number(index)]?.id;
    return `Stub ${Number(index) + 1}${typeof id === 'string' ? ` (${id})` : ''}${pointer === '' ? '' : ` at ${pointer}`}`;
  });
  return plainText(sentence, 1_000);
}
