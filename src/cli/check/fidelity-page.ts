/** What is known of the rules of an API as text: by operation, the standing of each rule before it, and how the service does it where that differs. */
import { counted } from '../../contract/counted.ts';
import { standings, type AnswerSource, type AnyFidelity, type FidelityNote, type RuleStanding } from '../../mock/fidelity.ts';
import type { OperationReport } from '../../plan/report/operation-report.ts';
import { wrapped } from '../lay-out.ts';
import type { Terminal } from '../terminal.ts';

interface PageOptions {
  readonly verbose: boolean;
  readonly terminal: Pick<Terminal, 'bold' | 'dim' | 'columns'>;
}

/** Every rule, and whom it is of. */
export function notesByOperation(
  { everywhere, operations: noted, answers }: AnyFidelity,
  operations: readonly Pick<OperationReport, 'id' | 'method' | 'path'>[],
): readonly { readonly of: string; readonly by?: AnswerSource; readonly notes: readonly FidelityNote[] }[] {
  return [
    { of: 'Every operation', notes: everywhere },
    ...operations.map(({ id, method, path }) => ({ of: `${method} ${path}`, ...byOf(answers[id]), notes: noted[id] ?? [] })),
  ].filter(({ notes }) => notes.length > 0);
}

const byOf = (by: AnswerSource | undefined): { readonly by?: AnswerSource } => (by === undefined ? {} : { by });

export const answersBy: Readonly<Record<AnswerSource, string>> = {
  rule: 'answered by rules',
  record: 'answered out of the record',
  example: 'answered with an example',
};

/** `40 observed, 2 inferred`, the surest first. */
export function countOfStandings(notes: readonly FidelityNote[]): string {
  const counts = Map.groupBy(notes, ({ standing }) => standing);
  return standingsIn(counts.keys())
    .map((standing) => `${counts.get(standing)?.length ?? 0} ${standing}`)
    .join(', ');
}

export function standingsIn(found: Iterable<RuleStanding>): readonly RuleStanding[] {
  const those = new Set(found);
  return (Object.keys(standings) as RuleStanding[]).filter((standing) => those.has(standing)); // the keys of that very object
}

const WIDEST = Math.max(...Object.keys(standings).map((standing) => standing.length));

export function fidelityPage(fidelity: AnyFidelity, operations: readonly OperationReport[], options: PageOptions): readonly string[] {
  const { bold, dim, columns } = options.terminal;
  const { compared } = fidelity;
  const groups = notesByOperation(fidelity, operations);
  const all = groups.flatMap(({ notes }) => notes);
  const below = (text: string, indent: number): readonly string[] =>
    wrapped(text, columns - indent)
      .split('\n')
      .map((line) => `${' '.repeat(indent)}${line}`);
  return [
    '',
    bold(`  ${counted(all.length, 'rule')} noted: ${countOfStandings(all)}`),
    ...below(`held against the ${compared.name}, version ${compared.version}, on ${compared.on}`, 4).map(dim),
    ...standingsIn(all.map(({ standing }) => standing)).flatMap((standing) => below(`${standing}: ${standings[standing]}`, 4).map(dim)),
    ...groups.flatMap(({ of, by, notes }) => [
      '',
      `  ${bold(of)}${by === undefined ? '' : dim(`  ${answersBy[by]}`)}`,
      ...notes.flatMap((note) => {
        const [first = '', ...more] = below(note.rule, WIDEST + 6);
        const details = [
          ...(note.service === undefined ? [] : [note.service]),
          ...(options.verbose
            ? [`By ${note.source.name}${note.source.url === undefined ? '' : ` (${note.source.url})`}, ${note.checked}`]
            : []),
          ...(options.verbose && note.example ? [`${note.example.request} is answered ${note.example.answer}`] : []),
        ];
        return [
          `    ${note.standing.padEnd(WIDEST)}  ${first.trimStart()}`,
          ...more,
          ...details.flatMap((text) => below(text, WIDEST + 6).map(dim)),
        ];
      }),
    ]),
  ];
}
