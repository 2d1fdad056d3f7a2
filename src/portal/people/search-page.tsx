/** `/people`: search, and people who are ready to use. */
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import type { PageVisit } from '../visit.ts';
import { askedFields, readAsked, searchPath } from './asked-for.ts';
import { FoundPeople } from './found-people.tsx';
import { AwkwardKinds, TestPeople } from './ready-made.tsx';
import type { WrongFields } from './typed-field.tsx';
import { SearchForm } from './search-form.tsx';

export async function searchPage(visit: PageVisit): Promise<Response> {
  const asked = readAsked(visit.query);
  const isAsked = Object.keys(asked).length > 0;
  const found = isAsked ? await askControl<'list-people'>(visit, searchPath(asked)) : undefined;
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
          The same made-up people stand behind every API here: whoever one API knows, all know. NHS numbers begin 999, or are those that the
          official sandboxes publish.
        </p>
        {Object.keys(wrong).length > 0 && (
          <p class="bad" role="alert">
            Nothing was searched for: see what is said at {Object.keys(wrong).length === 1 ? 'the field' : 'the fields'}.
          </p>
        )}
        <SearchForm visit={visit} asked={asked} wrong={wrong} />
        {found?.ok && (
          <FoundPeople visit={visit} people={found.body.people} asOf={found.body.asOf} more={found.body.more} notes={found.body.notes} />
        )}
        <AwkwardKinds visit={visit} />
        <TestPeople visit={visit} groups={testPeople.body.groups} />
      </>
    ),
  });
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
