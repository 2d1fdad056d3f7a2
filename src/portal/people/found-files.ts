/** Those whom a search has found, as a file: their NHS numbers, and why each is there. */
import { askControl } from '../control.ts';
import { refused } from '../page/refused.tsx';
import type { PageVisit } from '../visit.ts';
import { readAsked, searchPath } from './asked-for.ts';
import type { ListedPerson } from './found-people.tsx';

/** As many as the sandbox's own API gives at once. */
const most = 1_000;

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', write: inLines },
  json: {
    type: 'application/json; charset=utf-8',
    write: (people: readonly ListedPerson[]) =>
      JSON.stringify(
        people.map(({ nhsNumber, name, born, why = [] }) => ({ nhsNumber, name, born, why })),
        null,
        2,
      ),
  },
} as const;

export async function foundFile(visit: PageVisit, kind: keyof typeof kinds): Promise<Response> {
  const found = await askControl<'list-people'>(visit, searchPath(readAsked(visit.query), { limit: most }));
  if (!found.ok) return refused(visit, found);
  const { type, write } = kinds[kind];
  return new Response(write(found.body.people), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="people.${kind}"`,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'X-Sandbox-Data': 'synthetic',
    },
  });
}

function inLines(people: readonly ListedPerson[]): string {
  const rows = people.map(({ nhsNumber, name, born = '', why = [] }) => [nhsNumber, name, born, why.join('; ')]);
  return [['nhs_number', 'name', 'born', 'why'], ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** What a table would take for a formula is text in it. */
function quoted(text: string): string {
  const plain = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
