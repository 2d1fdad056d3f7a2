/** `/people`: search, and people who are ready to use. */
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { to, type PageVisit } from '../visit.ts';
import { askedFields, inFields, readAsked, searchPath } from './asked-for.ts';
import { FoundPeople } from './found-people.tsx';
import { ReadyNeeds } from './ready-needs.tsx';
import { AwkwardKinds, TestPeople } from './ready-made.tsx';
import type { WrongFields } from './typed-field.tsx';
import { SearchForm } from './search-form.tsx';

export async function searchPage(visit: PageVisit): Promise<Response> {
  // A form sends its empty fields too, and an address that is shared is better without them.
  const filled = [...visit.query].filter(([, value]) => value.trim() !== '');
  if (filled.length < visit.query.size) return seePage(visit, `/people?${new URLSearchParams(filled)}`);
  const asked = readAsked(visit.query);
  const isAsked = Object.keys(asked).length > 0;
  const skip = skipOf(visit.query);
  const found = isAsked ? await askControl<'list-people'>(visit, searchPath(asked, { skip })) : undefined;
  const testPeople = await askControl<'list-test-people'>(visit, '/personas');
  if (!testPeople.ok) return refused(visit, testPeople);
  const wrong = found && !found.ok ? wrongFields(found.problem) : {};
  if (found && !found.ok && Object.keys(wrong).length === 0) return refused(visit, found);
  return page(visit, {
    title: 'People',
    section: 'people',
    status: found && !found.ok ? found.status : 200,
    main: (
      <>
        <p>
          The same made-up people stand behind every API here: whoever one API knows, all know.{' '}
          <a href={to(visit, '/people/own')}>Bring people of your own</a>
        </p>
        {Object.keys(wrong).length > 0 && (
          <p class="bad" role="alert">
            Nothing was searched for: see what is said at {Object.keys(wrong).length === 1 ? 'the field' : 'the fields'}.
          </p>
        )}
        <SearchForm visit={visit} asked={asked} wrong={wrong} />
        {found?.ok && (
          <FoundPeople visit={visit} asked={inFields(asked, found.body.understood)} found={found.body} skip={skip} typed={asked} />
        )}
        <ReadyNeeds visit={visit} />
        <AwkwardKinds visit={visit} />
        <TestPeople visit={visit} groups={testPeople.body.groups} />
      </>
    ),
  });
}

/** Of an address that anybody may have written. */
function skipOf(query: URLSearchParams): number {
  const skip = query.get('skip') ?? '';
  return /^\d{1,4}$/.test(skip) ? Number(skip) : 0;
}

/** What the sandbox says against the fields of the form. */
function wrongFields({ errors = [] }: { readonly errors?: readonly { readonly name?: string; readonly detail: string }[] }): WrongFields {
  return Object.fromEntries(
    errors.flatMap(({ name, detail }) => {
      const field = askedFields.find((one) => one === name);
      return field ? [[field, detail]] : [];
    }),
  );
}
