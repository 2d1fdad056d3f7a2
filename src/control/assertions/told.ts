/** Results of assertions as lines of text, for a terminal, a report and the message of a failing test: what was wanted, and what there was. */
import { counted } from '../../contract/counted.ts';
import { plainText } from '../../contract/plain-text.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

type Asserted = components['schemas']['AssertedJournal'];
type Result = components['schemas']['AssertionResult'];
type Compared = components['schemas']['ComparedExchange'];

const marks = { holds: '✓', fails: '✗', unknown: '?' } as const;

/** `✗ The patient is changed once.` */
export const headOf = ({ name, outcome }: Result): string => `${marks[outcome]} ${plainText(name, longest)}`;

/** What stands below it where it does not hold. */
export const whyOf = ({ name, wanted, failures }: Result): readonly string[] => [
  ...(failures.length === 0 || name === wanted ? [] : [`wanted ${plainText(wanted, longest)}`]),
  ...failures.flatMap(({ message, exchanges }) => [plainText(message, longest), ...exchanges.flatMap(linesOf).map(indented)]),
];

/** All that do not hold. */
export const failuresOf = ({ results, ...asserted }: Asserted): string =>
  [
    ...results.filter(({ outcome }) => outcome !== 'holds').flatMap((result) => [headOf(result), ...whyOf(result).map(indented)]),
    sumOf({ results, ...asserted }),
  ].join('\n');

/** `2 of 3 hold, among 12 exchanges (#0 to #11).` */
export function sumOf({ results, exchanges: { kept, whole, first, last } }: Asserted): string {
  const holding = results.filter(({ outcome }) => outcome === 'holds').length;
  const numbers = first === undefined || last === undefined ? '' : first === last ? ` (#${first})` : ` (#${first} to #${last})`;
  const among = `among ${counted(kept, 'exchange')}${numbers}`;
  return `${holding} of ${results.length} hold, ${among}.${whole ? '' : ' Older ones have left the journal.'}`;
}

export const indented = (line: string): string => `  ${line}`;

function linesOf({ number, request, status, why, notes = [], differences, trace }: Compared): readonly string[] {
  return [
    `#${number} ${plainText(`${request.method} ${request.url}`, longest)} → ${status}`,
    ...(why === undefined ? [] : [`  ${plainText(why, longest)}`]),
    ...notes.map((note) => `  ${plainText(note, longest)}`),
    ...differences.flatMap(({ what, expected, received, note }) => [
      `  - ${said(what, expected)}`,
      `  + ${said(what, received)}${note === undefined ? '' : ` (${note})`}`,
    ]),
    `  ${trace}`,
  ];
}

/** `header If-Match: W/"2"`, `no header If-Match`. */
const said = (what: string, value: unknown): string =>
  plainText(value === null ? `no ${what}` : `${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}`, longest);

const longest = 500;
