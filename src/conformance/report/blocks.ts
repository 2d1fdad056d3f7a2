/** The readiness report as headings, sentences, lists and tables, which Markdown and HTML both have. */
import { counted } from '../../contract/counted.ts';
import { conformanceWeights } from '../../mock/conformance.ts';
import { notProven } from './not-proven.ts';
import type { PeopleMet } from './people.ts';
import type { ApiReport, ReadinessReport } from './report.ts';

/** `exchange`: the id of the one that it is about, for pages that can lead there. */
export type Piece =
  | string
  | { readonly code: string; readonly exchange?: string | undefined }
  | { readonly link: string; readonly to: string };

export type Block =
  | { readonly heading: string; readonly level: 2 | 3 }
  | { readonly text: string }
  | { readonly list: readonly (readonly Piece[])[] }
  /** `of`: what tells it from others of its name. */
  | { readonly table: string; readonly of?: string; readonly head: readonly string[]; readonly rows: readonly (readonly Piece[])[] };

export const reportTitle = 'Readiness report';

export function blocksOf(report: ReadinessReport): readonly Block[] {
  const { exchanges, apis, neverAsked, made, populationAsOf } = report;
  return [
    {
      text: `What clients have tried of each API, what they did wrong, and what they never tried: of ${counted(exchanges.judged, 'request')} that a sandbox has seen${made === undefined ? '' : `, as of ${made} by its clock`}.`,
    },
    ...(populationAsOf === undefined
      ? []
      : [{ text: `The clock stands on a day that the population does not reach: people are told as of ${populationAsOf}.` }]),
    ...notHere(exchanges).map((text) => ({ text })),
    ...(apis.length > 0 ? [overview(apis)] : [{ text: 'No API was asked for anything.' }]),
    ...apis.flatMap(ofApi),
    ...(neverAsked.length > 0
      ? [{ heading: 'APIs that were never asked', level: 2 as const }, { list: neverAsked.map((slug) => [slug]) }]
      : []),
    { heading: 'What this does not prove', level: 2 },
    { list: notProven.map((sentence) => [sentence]) },
  ];
}

function notHere({ gone, others }: ReadinessReport['exchanges']): readonly string[] {
  const left = `${counted(gone, 'earlier exchange')} left the journal, or ${gone === 1 ? 'was' : 'were'} forgotten by a reset: what they showed is not here.`;
  const unjudged = `${counted(others, 'exchange')} with no API, or of a person who looked in a browser, ${others === 1 ? 'is' : 'are'} not judged.`;
  return [...(gone > 0 ? [left] : []), ...(others > 0 ? [unjudged] : [])];
}

const overview = (apis: readonly ApiReport[]): Block => ({
  table: 'At a glance',
  head: ['API', 'Requests', 'Operations tried', 'Error paths met', 'Rules broken'],
  rows: apis.map(({ title, requests, operations: { tried, never }, errors, mistakes, rules }) => [
    title,
    String(requests),
    `${tried.length} of ${tried.length + never.length}`,
    `${errors.met.length} of ${errors.met.length + errors.never.length}`,
    `${mistakes.length} of ${rules}`,
  ]),
});

function ofApi(api: ApiReport): readonly Block[] {
  const { title, slug, version, fidelity } = api;
  return [
    { heading: title, level: 2 },
    {
      text: `${slug}, version ${version} of the sandbox’s contract.${fidelity === undefined ? '' : ` How near to the real service: ${fidelity}`}`,
    },
    { heading: 'What was wrong', level: 3 },
    mistakesIn(api),
    { heading: 'What was never tried', level: 3 },
    neverTried(api),
    { heading: 'What was tried', level: 3 },
    ...tried(api),
  ];
}

const neverTried = ({ operations, errors, access, people }: ApiReport): Block => ({
  list: [
    ...operations.never.map(({ method, path }) => [{ code: `${method} ${path}` }]),
    ...errors.never.map(({ path, means }) => [`${path}: ${means}`]),
    ...access.never.map(({ as, means }) => [`As ${as}: ${means}`]),
    ...(people ? [[`Kinds of record: ${people.traits.never.map(traitWords).join(', ')}`]] : []),
    ...(people ? [[counted(people.testPeople.never.length, 'published test person', 'published test people')]] : []),
  ],
});

/** Tables without a row are left out. */
const tried = ({ title: of, operations, errors, access, people }: ApiReport): readonly Block[] =>
  [
    {
      table: 'Operations',
      of,
      head: ['Operation', 'Requests', 'Answered'],
      rows: operations.tried.map(({ method, path, requests, statuses }) => [
        { code: `${method} ${path}` },
        String(requests),
        statuses.join(', '),
      ]),
    },
    {
      table: 'Error paths',
      of,
      head: ['Error', 'Means', 'Requests'],
      rows: errors.met.map(({ path, means, requests }) => [path, means, String(requests)]),
    },
    {
      table: 'Asked as',
      of,
      head: ['Who', 'How', 'Requests'],
      rows: access.met.map(({ as, means, requests }) => [as, means, String(requests)]),
    },
    { table: 'People', of, head: ['Person or kind of record', 'People'], rows: people ? peopleRows(people) : [] },
  ].filter(({ rows }) => rows.length > 0);

const peopleRows = ({ count, traits, testPeople }: PeopleMet): readonly (readonly Piece[])[] => [
  ['All', String(count)],
  ...traits.met.map(({ trait, people }) => [traitWords(trait), String(people)]),
  ...testPeople.met.map(({ nhsNumber, meaning }) => [`${nhsNumber}: ${meaning}`, '1']),
];

function mistakesIn({ title: of, mistakes, rules }: ApiReport): Block {
  if (mistakes.length === 0) return { text: `Nothing that any of ${counted(rules, 'rule')} looks for.` };
  const isFull = mistakes.some(({ note }) => note !== undefined);
  return {
    table: `${counted(mistakes.length, 'rule')} of ${rules} broken`,
    of,
    head: ['Rule', 'How grave', 'Times', 'First exchange', ...(isFull ? ['Because'] : []), 'Source'],
    rows: mistakes.map(({ rule, title, weight, times, first, note = '', source }) => [
      `${title} (${rule})`,
      conformanceWeights[weight].replace(/ because$/, ''),
      String(times),
      { code: `${first.exchange}: ${first.method} ${first.url} → ${first.status}`, exchange: first.id },
      ...(isFull ? [note.replace(/^.*? because /, '')] : []),
      { link: source.name, to: source.url },
    ]),
  };
}

/** `no-fixed-abode` is a word of ours; as one of a sentence it needs no hyphens. */
const traitWords = (trait: string): string => trait.replaceAll('-', ' ');
