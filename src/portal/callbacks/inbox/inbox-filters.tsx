/** Which messages are shown: what the address of the page says, and the form that writes it. */
import { Field } from '../../page/field.tsx';
import { Refusal, type Refused } from '../../page/refusal.tsx';
import { to, type PageVisit } from '../../visit.ts';

const names = ['for', 'api', 'type', 'person', 'subject'] as const;
type FilterName = (typeof names)[number];
export type InboxFilters = Readonly<Partial<Record<FilterName, string>>>;

/** A form sends its empty fields too. Numbers of people are typed with spaces. */
export function inboxFiltersOf(query: URLSearchParams): InboxFilters {
  const filled = names.flatMap((name): [FilterName, string][] => {
    const typed = query.get(name)?.trim() ?? '';
    return typed === '' ? [] : [[name, name === 'person' ? typed.replaceAll(/[\s-]/g, '') : typed]];
  });
  return Object.fromEntries(filled);
}

export const inboxQueryOf = (filters: InboxFilters, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ ...filters, ...more }).toString();

interface FilterFormProps {
  readonly visit: PageVisit;
  readonly filters: InboxFilters;
  /** Their names in addresses, and their titles. */
  readonly apis: readonly (readonly [slug: string, title: string])[];
  readonly refused: Refused | undefined;
}

export function InboxFilterForm({ visit, filters, apis, refused }: FilterFormProps) {
  const wrong = new Set((refused?.problem.errors ?? []).flatMap(({ name }) => name ?? []));
  const isPersonWrong = wrong.has('person') || (refused?.status === 422 && wrong.size === 0);
  return (
    <search>
      {refused && !isPersonWrong && <Refusal refused={refused} />}
      <form class="fields" action={to(visit, '/inbox')}>
        {filters.for !== undefined && <input type="hidden" name="for" value={filters.for} />}
        <Field name="api" label="Sent by" value={filters.api} choices={[['', 'Any API'], ...apis]} />
        <Field
          name="person"
          label="NHS number"
          hint="anywhere in the message"
          // What could be a real patient's number is not shown again.
          value={isPersonWrong ? undefined : filters.person}
          fault={isPersonWrong ? 'An NHS number of this sandbox has ten digits and begins with 9, as in 900 000 0009.' : undefined}
          maxlength={20}
        />
        <Field name="type" label="Type" hint="* at its end for any rest" value={filters.type} maxlength={200} />
        <Field name="subject" label="About" hint="its own id, say" value={filters.subject} maxlength={200} />
        <p class="field">
          <button>Show these</button>{' '}
          {Object.keys(filters).some((name) => name !== 'for') && (
            <a class="beside" href={to(visit, filters.for === undefined ? '/inbox' : `/inbox?for=${filters.for}`)}>
              Show all
            </a>
          )}
        </p>
      </form>
    </search>
  );
}
