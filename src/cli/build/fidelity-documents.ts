/** What is known of the rules of each API, as documents: one in `docs/apis/` for each whose mock has notes, written by `api-table.ts`. */
import { basename } from 'node:path';
import { counted } from '../../contract/counted.ts';
import { isOfSandbox } from '../../contract/group.ts';
import { fidelityNotesOf } from '../../control/contracts/fidelity-notes.ts';
import type { Served } from '../../gateway/announced.ts';
import { standings, type AnswerSource, type AnyFidelity, type FidelityNote } from '../../mock/fidelity.ts';
import { answersBy, countOfStandings, notesByOperation, standingsIn } from '../check/fidelity-page.ts';
import { apiName } from '../api-name.ts';
import { cell, row } from './markdown-table.ts';

export interface FidelityDocument {
  /** The name of the API. */
  readonly name: string;
  /** `40 observed, 2 inferred` */
  readonly standings: string;
  /** Within the project. */
  readonly file: string;
  readonly text: string;
  /** What the list of all APIs says of it. */
  readonly link: string;
  readonly answers: AnyFidelity['answers'];
}

/** Undefined where its mock has no notes. */
export async function fidelityDocument(served: Served): Promise<FidelityDocument | undefined> {
  const fidelity = await fidelityNotesOf(served);
  if (!fidelity) return undefined;
  const { slug } = served.contract;
  const groups = groupsOf(served, fidelity);
  const all = groups.flatMap(({ notes }) => notes);
  return {
    name: apiName(served.contract),
    standings: countOfStandings(all),
    file: `docs/apis/${slug}.md`,
    text: documentOf(served, fidelity),
    answers: fidelity.answers,
    link: `Rule by rule, what is known of the real service: [${counted(all.length, 'rule')}](apis/${slug}.md), ${countOfStandings(all)}.`,
  };
}

/** The table of the folder that they stand in. */
export function fidelityIndex(documents: readonly FidelityDocument[]): Pick<FidelityDocument, 'file' | 'text'> {
  const rows = documents.map(({ name, standings: those, answers, file }) =>
    [`[${name}](${basename(file)})`, those, countOfAnswers(Object.values(answers))].map(cell),
  );
  return {
    file: 'docs/apis/README.md',
    text: [
      '<!-- Written by node src/cli/build/api-table.ts from the notes beside the mocks: change those. -->',
      '# Rule by rule',
      'What is known of each rule that the sandbox keeps to, where from, and what answers the operations.',
      [['API', 'Rules', 'Operations'], ['---', '---', '---'], ...rows].map(row).join('\n'),
      '',
    ].join('\n\n'),
  };
}

/** `3 answered by rules, 1 answered out of the record`, the most faithful first. */
function countOfAnswers(answers: readonly AnswerSource[]): string {
  const counts = Map.groupBy(answers, (by) => by);
  return (Object.keys(answersBy) as AnswerSource[]) // the keys of that very object
    .flatMap((by) => (counts.has(by) ? [`${counts.get(by)?.length ?? 0} ${answersBy[by]}`] : []))
    .join(', ');
}

function groupsOf({ contract: { operations } }: Served, fidelity: AnyFidelity) {
  return notesByOperation(
    fidelity,
    operations.map(({ id, method, path }) => ({ id, method: method.toUpperCase(), path })),
  );
}

function documentOf(served: Served, fidelity: AnyFidelity): string {
  const { compared } = fidelity;
  const groups = groupsOf(served, fidelity);
  const all = groups.flatMap(({ notes }) => notes);
  return [
    '<!-- Written by node src/cli/build/api-table.ts from the notes beside the mock: change those. -->',
    `# ${apiName(served.contract)}: what is known of its rules`,
    `${counted(all.length, 'rule')}: ${countOfStandings(all)}. Held against the ${linkTo(compared)}, version ${compared.version}, on ${compared.on}. ` +
      whereElse(served),
    standingsIn(all.map(({ standing }) => standing))
      .map((standing) => `- **${standing}**: ${standings[standing]}`)
      .join('\n'),
    ...groups.flatMap(({ of, by, notes }) => [
      `## ${of}`,
      ...(by === undefined ? [] : [`${answersBy[by].replace(/^a/, 'A')}.`]),
      tableOf(notes),
    ]),
    '',
  ].join('\n\n');
}

/** What comes with the sandbox is no API of the catalogue, which has pages and a command. */
const whereElse = ({ contract: { slug, document } }: Served): string =>
  isOfSandbox(document['info'])
    ? `\`GET /_sandbox/contracts/${slug}/operations?fidelity=true\` tells the same.`
    : `\`nhs-sandbox check ${slug}\` prints the same, \`--json\` for a program, and so does the page of the API.`;

function tableOf(notes: readonly FidelityNote[]): string {
  const rows = notes.map((note) => [note.standing, ruleOf(note), linkTo(note.source), note.checked].map(cell));
  return [['', 'Rule', 'Source', 'Held against it'], ['---', '---', '---', '---'], ...rows].map(row).join('\n');
}

const ruleOf = ({ rule, service, example }: FidelityNote): string =>
  [
    rule,
    ...(service === undefined ? [] : [service]),
    ...(example ? [`\`${example.request}\` is answered \`${example.answer}\`.`] : []),
  ].join(' ');

const linkTo = ({ name, url }: FidelityNote['source']): string => (url === undefined ? name : `[${name}](${url})`);
