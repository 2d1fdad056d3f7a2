/** Workspaces with their keys, shown once: as cards to print, and as a file for a spreadsheet. */
import { csvLine } from '../../contract/csv-line.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { readForm } from '../forms.ts';
import { isThisMachine } from '../home/this-machine.ts';
import { PortalForm } from '../page/form.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import { organiserPage, type PageVisit } from '../visit.ts';
import { teamName } from './ask-event.ts';
import { CardMarkup } from './card.tsx';
import { minuteIn } from '../exchanges/words.ts';

export type MadeTeam = components['schemas']['MadeWorkspace'];

/** One that was made comes by itself, and several as a list. */
export const madeIn = (told: MadeTeam | { readonly workspaces: readonly MadeTeam[] }): readonly MadeTeam[] =>
  'workspaces' in told ? told.workspaces : [told];

interface CardsShownProps {
  readonly visit: PageVisit;
  readonly made: readonly MadeTeam[];
}

export function CardsShown({ visit, made }: CardsShownProps) {
  return (
    <>
      <div class="unprinted">
        <p>
          <strong>Keys are shown this once.</strong> Print the cards (A4, three to a page, cut along the dashed lines) or keep the list,
          before you leave this page: nobody can show them again, but every team can be given another key.
        </p>
        {made.some(({ baseUrl }) => isThisMachine(baseUrl)) && (
          <p class="refusal">
            These addresses work on this machine only. For a room, start the sandbox with <code>--host 0.0.0.0</code>, and say the address
            that it prints when you make workspaces.
          </p>
        )}
        <PortalForm visit={visit} action="/organiser/make/list">
          <textarea name="list" hidden readonly>
            {JSON.stringify(made.map(rowOf))}
          </textarea>
          <p class="actions">
            <button type="button" class="scripted" data-prints>
              Print the cards
            </button>{' '}
            <button class="plain">Download the list (CSV)</button> <a href={organiserPage(visit)}>To the teams</a>
          </p>
        </PortalForm>
      </div>
      <ol class="cards" role="list">
        {made.map((team, i) => (
          <CardMarkup
            card={{
              name: teamName(team),
              baseUrl: team.baseUrl,
              key: team.managementKey,
              curl: team.curl,
              ...(team.expires !== undefined && { until: `${minuteIn(team.expires)} UTC` }),
            }}
            number={i + 1}
          />
        ))}
      </ol>
    </>
  );
}

const columns = ['name', 'id', 'baseUrl', 'managementKey', 'expires'] as const;

const rowOf = (team: MadeTeam): readonly string[] => columns.map((column) => team[column] ?? '');

/** What is no list of rows of ours is none: whoever sends one gets what a spreadsheet takes for texts, whatever is in it. */
function csvOf(list: string): string | undefined {
  try {
    const rows: unknown = JSON.parse(list);
    if (!Array.isArray(rows) || !rows.every(isRow)) return undefined;
    return [columns, ...rows].map((row) => `${csvLine(row)}\r\n`).join('');
  } catch {
    return undefined;
  }
}

const isRow = (row: unknown): row is readonly string[] =>
  Array.isArray(row) && row.length === columns.length && row.every((cell) => typeof cell === 'string');

/** The list comes back from the page that showed it, since it is kept nowhere else. */
export async function listAsFile(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit);
  if ('why' in sent) return untakenForm(visit, sent);
  const list = csvOf(sent.fields.get('list') ?? '');
  if (list === undefined) return seePage(visit, '/organiser');
  return new Response(list, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="teams.csv"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
