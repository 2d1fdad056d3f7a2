/** A report on a contract as text: a line per operation that fits the terminal, and on demand all that is known of each. */
import { counted } from '../../contract/counted.ts';
import { wrapped } from '../lay-out.ts';
import { plainText } from '../../contract/plain-text.ts';
import { firstQuirks } from '../../contract/quirk-texts.ts';
import { answeredByMeans, effectMeans } from '../../control/contracts/report-words.ts';
import { placeOfQuirk } from '../quirks.ts';
import type { Terminal } from '../terminal.ts';
import type { ContractReport } from './contract-report.ts';
import { ANY_TEXT } from '../../plan/report/id-kind.ts';
import { fidelityPage } from './fidelity-page.ts';
import { versionText } from './version-text.ts';
import type { OperationReport, StateReport } from '../../plan/report/operation-report.ts';

interface PageOptions {
  readonly verbose: boolean;
  readonly terminal: Terminal;
}

const WIDEST_PATH = 38;
const NARROWEST = 24;
const NARROWEST_PATH = 16;

/** What a quirk is, for who meets the word here first. */
const QUIRK = 'what in the contract could not be taken as it stands';

/** Characters of a line of details: names in a contract are as long as their author likes. */
const LONGEST = 1_000;

export function page(report: ContractReport, { verbose, terminal }: PageOptions): string {
  const { slug, title, version, base, operations, quirks, roles, fidelity } = report;
  const { bold, dim, red } = terminal;
  const counts = Map.groupBy(operations, ({ answeredBy }) => answeredBy);
  const guessed = operations.filter(({ guesses }) => guesses.length > 0).length;
  const { first, more } = verbose ? { first: quirks, more: 0 } : firstQuirks(quirks);
  const share = roles.leaves === 0 ? 100 : Math.floor((100 * roles.known) / roles.leaves);
  return [
    `${bold(plainText(title, terminal.columns))} ${versionText(version)}`.replace(/ (\(no version)/, '\n  $1'),
    ...indented(`${slug}, served at ${base || '/'}`, terminal),
    '',
    ...table(operations, { verbose, terminal }),
    '',
    ...indented(
      `${counted(operations.length, 'operation')}: ${[...counts].map(([how, those]) => `${those.length} ${how}`).join(', ')}`,
      terminal,
    ),
    ...[...counts.keys()].flatMap((how) => indented(`${how}: ${answeredByMeans[how]}`, terminal, 4).map(dim)),
    ...(guessed === 0
      ? []
      : [
          `  ? ${guessed} ${guessed === 1 ? 'answer is' : 'answers are'} in part a guess${verbose ? '' : `: ${dim('--verbose')} says which`}`,
        ]),
    ...indented(
      `${share} % of ${counted(roles.leaves, 'value')} (members and parameters) ${roles.leaves === 1 ? 'has' : 'have'} a meaning we know${roles.unknown.length > 0 ? `; not ${roles.unknown.map((name) => plainText(name, WIDEST_PATH)).join(', ')}` : ''}`,
      terminal,
    ),
    ...(quirks.length === 0 ? [] : ['', bold(`  ${counted(quirks.length, 'quirk')}: ${QUIRK}`)]),
    ...[...new Set(quirks.map(({ effect }) => effect))].flatMap((effect) =>
      indented(`${effect}: ${effectMeans[effect]}`, terminal, 4).map(dim),
    ),
    ...first.flatMap((quirk) => [
      `  ${quirk.effect === 'unserved' ? red(quirk.effect) : quirk.effect.padEnd(9)}  ${wrapped(placeOfQuirk(quirk), terminal.columns - 13).replaceAll('\n', `\n${' '.repeat(13)}`)}`,
      ...indented(quirk.message, terminal, 13).map(dim),
    ]),
    ...(more === 0 ? [] : [`  and ${more} more: ${dim('--verbose')} says them`]),
    ...(fidelity ? fidelityPage(fidelity, operations, { verbose, terminal }) : []),
    '',
  ].join('\n');
}

function table(operations: readonly OperationReport[], { verbose, terminal }: PageOptions): readonly string[] {
  const { dim, columns } = terminal;
  const wide = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));
  const [methods, does] = [wide(operations.map(({ method }) => method)), wide(operations.map(doing))];
  const paths = Math.min(
    WIDEST_PATH,
    wide(operations.map(({ path }) => path)),
    Math.max(NARROWEST_PATH, columns - (methods + does + 9 + NARROWEST)),
  );
  const rest = Math.max(1, columns - (methods + paths + does + 9));
  return operations.flatMap((operation) => {
    const { method, path, guesses } = operation;
    const told = summary(operation);
    const line = `  ${method.padEnd(methods)}  ${clipped(path, paths).padEnd(paths)}  ${doing(operation).padEnd(does)} ${guesses.length > 0 ? '?' : ' '} ${dim(verbose ? '' : plainText(told, rest))}`;
    return [
      line.trimEnd(),
      ...(verbose ? details(operation).flatMap((text) => indented(plainText(text, LONGEST), { columns }, 6).map(dim)) : []),
    ];
  });
}

const doing = ({ state, answeredBy }: OperationReport): string => state?.interaction ?? answeredBy;

/** Guesses first, right behind their question mark, and what matters most, since the line may be cut. */
function summary({ state, carries, guesses }: OperationReport): string {
  const guess = guesses.map(({ short }) => short);
  const kept = carries ? [`keeps the ${carries.join(', ')} it carries`] : [];
  return [...guess, ...(state ? ofState(state) : []), ...kept].join('; ');
}

function ofState({ itemId, list, keeps, answers, shows, published, interaction, version }: StateReport): readonly string[] {
  const id = itemId && `id ${itemId.at ?? 'in the path'}${itemId.kind === ANY_TEXT ? '' : `, ${itemId.kind}`}`;
  const told: (string | undefined)[] = list
    ? [
        `items ${list.items}`,
        list.pagedBy.length > 0 ? `pages by ${list.pagedBy.join(', ')}` : undefined,
        list.searchedBy.length > 0 ? `found by ${list.searchedBy.join(', ')}` : undefined,
        list.sortedBy.length > 0 ? `sorted by ${list.sortedBy.join(', ')}` : undefined,
      ]
    : [id, answers === undefined ? undefined : `answers ${answers}`, keeps === 'what is sent' ? undefined : keeps && `keeps ${keeps}`];
  return [
    ...told,
    shows === undefined ? undefined : `of ${shows}`,
    version,
    interaction === 'read' && published > 0 ? `${published} published` : undefined,
  ].filter((text) => text !== undefined);
}

function details({ id, answeredBy, success, state, carries, guesses, beyond }: OperationReport): readonly string[] {
  const list = state?.list;
  return [
    `${id}: answered by ${ANSWERERS[answeredBy]}${success ? `, ${success.status}${success.type === undefined ? '' : ` ${success.type}`}` : ''}`,
    ...(beyond === undefined ? [] : [beyond]),
    ...(state
      ? [
          `${state.interaction} of ${state.resource}${state.shows === undefined ? '' : `, a view of ${state.shows}`}; ${state.published} published`,
          ...(state.itemId ? [`id: ${state.itemId.kind}${state.itemId.at === undefined ? '' : ` at ${state.itemId.at}`}`] : []),
          ...(state.keeps === undefined ? [] : [`keeps ${state.keeps}`]),
          ...(state.answers === undefined ? [] : [`answers ${state.answers}`]),
          ...(state.version === undefined ? [] : [`version in ${state.version}`]),
        ]
      : []),
    ...(list
      ? [
          `items at ${list.items}`,
          ...named('pages by', list.pagedBy),
          ...named('found by', list.searchedBy),
          ...named('sorted by', list.sortedBy),
        ]
      : []),
    ...(carries ? [`keeps the ${carries.join(', ')} that its body carries`] : []),
    ...guesses.map(({ sentence }) => `? ${sentence}`),
    '',
  ];
}

const named = (what: string, names: readonly string[]): readonly string[] => (names.length > 0 ? [`${what} ${names.join(', ')}`] : []);

/** Broken where the terminal ends. */
const indented = (text: string, { columns }: Pick<Terminal, 'columns'>, indent = 2): readonly string[] =>
  wrapped(text, columns - indent)
    .split('\n')
    .map((line) => `${' '.repeat(indent)}${line}`.trimEnd());

const ANSWERERS: Readonly<Record<OperationReport['answeredBy'], string>> = {
  behaviour: 'rules written by hand',
  inferred: 'what is kept of its resource',
  example: 'a published example',
  generated: 'a body made up to fit the schema',
  empty: 'a status without a body',
  refusal: 'a refusal, for want of a success',
  beyond: '501',
};

/** The middle of a long path says least. */
function clipped(path: string, width: number): string {
  if (path.length <= width) return path;
  const half = Math.floor((width - 1) / 2);
  return `${path.slice(0, width - 1 - half)}…${path.slice(-half)}`;
}
