/** Test people, and one person, as Markdown. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl, type ControlAnswer } from '../control.ts';
import type { PageVisit } from '../visit.ts';
import { synthetic } from './synthetic.ts';
import { pageAddress } from './twin.ts';
import { code, linked, bullets, paragraphs, inText } from './words.ts';

type Person = components['schemas']['Person'];

export async function peopleAsMarkdown(visit: PageVisit): Promise<ControlAnswer<string>> {
  const found = await askControl<'list-test-people'>(visit, '/personas');
  if (!found.ok) return found;
  return {
    ok: true,
    body: paragraphs(
      '# Test people',
      synthetic,
      `Search everybody, as JSON: ${code(`${visit.base}/_sandbox/people?q=`)} and a name, a postcode, a practice or a year of birth.`,
      ...found.body.groups.map(
        ({ title, people }) =>
          `## ${inText(title)}\n\n${bullets(
            people.map(
              ({ nhsNumber, name, meaning }) =>
                `${linked(nhsNumber, pageAddress(visit, `/people/${nhsNumber}.md`))} ${inText(name)}: ${inText(meaning)}`,
            ),
          )}`,
      ),
    ),
  };
}

export async function personAsMarkdown(visit: PageVisit, number: string): Promise<ControlAnswer<string>> {
  const path = `/people/${encodeURIComponent(number)}`;
  const [found, about, record] = await Promise.all([
    askControl<'read-person'>(visit, path),
    askControl<'list-requests-about'>(visit, `${path}/requests`),
    askControl<'read-record'>(visit, `${path}/record`),
  ]);
  if (!found.ok) return found;
  const { nhsNumber, name, meaning, minimal, family, events } = found.body;
  return {
    ok: true,
    body: paragraphs(
      `# ${inText(name || 'No name is known')}, NHS number ${nhsNumber}`,
      synthetic,
      meaning !== undefined && inText(meaning),
      bullets(factsOf(found.body).map(([what, value]) => `${what}: ${inText(value)}`)),
      !minimal && record.ok && clinicalRecord(record.body),
      family.length > 0 && `## Family\n\n${bullets(family.map((one) => relative(visit, one)))}`,
      events.length > 0 && `## What happened\n\n${bullets(events.map(({ date, summary }) => `${date}: ${inText(summary)}`))}`,
      about.ok &&
        about.body.requests.length > 0 &&
        `## Requests about this person\n\n${bullets(
          about.body.requests.map(
            ({ title, status, curl }) => `${inText(title)}${status === undefined ? '' : `, answered ${status}`}: ${code(curl)}`,
          ),
        )}`,
    ),
  };
}

function clinicalRecord({ asOf, sections }: components['schemas']['Record']): string {
  const parts = sections.map(({ title, lines, more }) => {
    const said = bullets(lines.map(({ label, text }) => `${inText(label)}: ${inText(text)}`));
    return `### ${inText(title)}\n\n${said}${more > 0 ? `\n\nAnd ${more} more.` : ''}`;
  });
  return [`## Clinical record as of ${asOf}`, ...parts].join('\n\n');
}

function factsOf({ gender, born, death, addresses, registrations, status, restricted }: Person): readonly (readonly [string, string])[] {
  const [home] = addresses;
  const [practice] = registrations.filter(({ period }) => period.end === undefined);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Gender', gender],
    ['Born', born],
    ['Died', death?.date],
    ['Address', home && [...home.lines, home.postcode].filter(Boolean).join(', ')],
    ['Practice', practice && `${practice.practice.name ?? ''} ${practice.practice.ods}`],
    ['Record', status.kind === 'live' ? undefined : `${status.kind} ${status.by ?? ''}`],
    ['Restricted', restricted ? 'yes: APIs withhold where this person is' : undefined],
  ];
  return facts.flatMap(([what, value]) => (value === undefined ? [] : [[what, value] as const]));
}

function relative(visit: PageVisit, { relationship, nhsNumber, name = '' }: Person['family'][number]): string {
  const who = nhsNumber === undefined ? '' : linked(nhsNumber, pageAddress(visit, `/people/${nhsNumber}.md`));
  return `${relationship} ${who} ${inText(name)}`;
}
