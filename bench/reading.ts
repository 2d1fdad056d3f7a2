/**
 * `npm run bench -- --reading`: the worst documents that a shared home takes, and the CPU time that reading each takes. The budget of steps stands
 * for time, so no kind of document may take much longer than the others: 200 ms is what a neighbour can be asked to wait.
 */
import { ContractError } from '../src/contract/contract-error.ts';
import { SHARED_LIMITS } from '../src/contract/limits.ts';
import { loadContract } from '../src/contract/load.ts';
import { worstDocuments } from './worst-documents.ts';

const MOST_MILLISECONDS = 200;
const ROUNDS = 5;

/** Undefined where it is read, or why it is not. */
function refusalOf(text: string, steps: number): string | undefined {
  try {
    loadContract({ name: 'worst', text }, { ...SHARED_LIMITS, steps });
    return undefined;
  } catch (error) {
    if (error instanceof ContractError) return error.kind;
    throw error;
  }
}

interface Sized {
  readonly size: number;
  readonly text: string;
  /** What a larger one is refused for. */
  readonly why: string;
}

/** The largest of its kind that is read, to a twentieth. */
function largest(of: (size: number) => string): Sized {
  let good: Sized = { size: 1, text: of(1), why: 'nothing' };
  let refused = Infinity;
  for (let size = 64; refused - good.size > good.size / 20;) {
    const text = of(size);
    const why = refusalOf(text, SHARED_LIMITS.steps);
    if (why === undefined && text.length === good.text.length) return { ...good, why: 'nothing' };
    if (why === undefined) good = { ...good, size, text };
    else [refused, good] = [size, { ...good, why }];
    size = refused === Infinity ? size * 2 : Math.floor((good.size + refused) / 2);
  }
  return good;
}

/** The fewest steps with which it is read, to a fiftieth of all that there are. */
function stepsOf({ text, why }: Sized): number {
  const { steps } = SHARED_LIMITS;
  if (why === 'too-much-work') return steps;
  let [refused, read] = [0, 50];
  while (read - refused > 1) {
    const middle = Math.floor((read + refused) / 2);
    if (refusalOf(text, (middle * steps) / 50) === undefined) read = middle;
    else refused = middle;
  }
  return (read * steps) / 50;
}

function cpuMilliseconds(task: () => unknown): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Prints a line for each whose name has the words; says whether each is read soon enough. */
export function benchReading(words: string, print: (line: string) => void): boolean {
  const row = (name: string, ...cells: readonly string[]): void =>
    print(name.padEnd(38) + cells.map((cell) => cell.padStart(10)).join('') + '');
  row('the largest of its kind that is read', 'size', 'text', 'steps', 'CPU');
  let isGood = true;
  for (const [name, of] of Object.entries(worstDocuments)) {
    if (!name.toLowerCase().includes(words.toLowerCase())) continue;
    const sized = largest(of);
    const milliseconds = cpuMilliseconds(() => refusalOf(sized.text, SHARED_LIMITS.steps));
    const isSoon = milliseconds <= MOST_MILLISECONDS;
    isGood &&= isSoon;
    row(
      name,
      String(sized.size),
      `${Math.round(sized.text.length / 1024)} KiB`,
      String(stepsOf(sized)),
      `${milliseconds.toFixed(0)} ms`,
      isSoon ? '' : 'too long',
    );
  }
  return isGood;
}
