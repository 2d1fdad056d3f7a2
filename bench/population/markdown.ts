/** The report as Markdown: a table for each section, after a line that says how many figures are met. */
import type { Population } from '../../src/population.ts';
import type { Section, Verdict } from './figures.ts';
import { acceptedInWords, englandInWords, inUnit, nameLists, sourceInWords } from './in-words.ts';
import { judge, type Judged, type Survey } from './measure.ts';
import { topics } from './topics/topics.ts';

export function inMarkdown(survey: Survey, population: Population): string {
  const judged = topics.flatMap(({ sections }) => sections.flatMap((section) => judge(survey, section)));
  return [
    '# The population beside England',
    '',
    ...introduction(survey, population, judged),
    '',
    '## The targets',
    '',
    '| | ours | England | accepted | |',
    '|---|--:|--:|--:|---|',
    ...judged.filter(({ figure }) => figure.isTarget).map((each) => `| ${[nameOf(each), ...cellsOf(each)].join(' | ')} |`),
    ...topics.flatMap(({ title, sections }) => ['', `## ${title}`, ...sections.flatMap((section) => tableOf(section, survey))]),
    '',
    '## The commonest names',
    '',
    ...nameLists(survey.counts).map(({ title, names }) => `- ${title}: ${names}`),
    '',
  ].join('\n');
}

export const countOf = (judged: readonly Judged[], verdict: Verdict): number => judged.filter((each) => each.verdict === verdict).length;

/** Sentences that stand before the tables. */
export function introduction({ seen, isWhole }: Survey, { size, asOf }: Population, judged: readonly Judged[]): readonly string[] {
  const met = countOf(judged, 'met');
  const untold = countOf(judged, 'not told');
  return [
    `${seen.toLocaleString('en-GB')} people, ${isWhole ? 'all' : 'a sample'} of a population of size ${size.toLocaleString('en-GB')} on ${asOf}. ` +
      `${met} of ${judged.length} figures are met, ${countOf(judged, 'missed')} are missed` +
      `${untold > 0 ? `, and of ${untold} the ${isWhole ? 'population' : 'sample'} tells nothing` : ''}.`,
    'A figure is met within a tenth of the published one, within the margin of one that was not read in its source, or inside the range that is held to.' +
      (isWhole ? '' : ' In a sample chance is allowed for besides.'),
  ];
}

function tableOf(section: Section, survey: Survey): readonly string[] {
  const { title, about, unit } = section;
  return [
    '',
    `### ${title}`,
    '',
    `${capital(about)}.${unit === '%' || unit === 'years' ? '' : ` Unit: ${unit}.`}`,
    '',
    '| | ours | England | accepted | | source |',
    '|---|--:|--:|--:|---|---|',
    ...judge(survey, section).map((each) => `| ${[each.figure.label, ...cellsOf(each), sourceInWords(each.figure)].join(' | ')} |`),
  ];
}

const cellsOf = ({ figure, section: { unit }, measured, verdict }: Judged): readonly string[] => [
  measured === undefined ? '–' : inUnit(measured.value, unit),
  englandInWords(figure, unit),
  acceptedInWords(figure, unit),
  verdict === 'missed' ? '**missed**' : verdict,
];

/** Where it stands with figures of other sections. */
export const nameOf = ({ figure: { label }, section: { title } }: Judged): string => `${title}: ${label}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
