/** Which exchanges are shown: what the address of the page says, and the form that writes it. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';

const names = ['api', 'operation', 'method', 'status', 'person', 'correlation', 'text', 'refused', 'noted'] as const;
type FilterName = (typeof names)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

/** A form sends its empty fields too. Numbers of people are typed with spaces. */
export function filtersOf(query: URLSearchParams): Filters {
  const filled = names.flatMap((name): [FilterName, string][] => {
    const typed = query.get(name)?.trim() ?? '';
    const value = name === 'person' ? typed.replaceAll(/[\s-]/g, '') : name === 'status' ? typed.toLowerCase() : typed;
    // A tick is there or not.
    const isUnticked = (name === 'refused' || name === 'noted') && value !== 'true';
    return value === '' || isUnticked ? [] : [[name, value]];
  });
  return Object.fromEntries(filled);
}

export const queryOf = (filters: Filters, more: Readonly<Record<string, string>> = {}): string =>
  new URLSearchParams({ ...filters, ...more }).toString();

interface FilterFormProps {
  readonly visit: PageVisit;
  readonly filters: Filters;
  /** Names of those that nothing can be looked for with. */
  readonly wrong: ReadonlySet<string>;
  readonly apis: readonly components['schemas']['Api'][];
  /** Of the API that was chosen; of none, where none was. */
  readonly operations: readonly string[];
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

export function FilterForm({ visit, apis, operations, ...given }: FilterFormProps) {
  const { filters } = given;
  return (
    <search>
      <form class="fields" action={to(visit, '/exchanges')}>
        <Choice name="api" label="API" {...given} choices={apis.map(({ slug, title }) => [slug, title])} />
        <Choice name="method" label="Method" {...given} choices={methods.map((method) => [method, method])} />
        <Text name="status" label="Status of the answer" hint="404, or 4xx for all refusals" {...given} />
        <Text name="person" label="NHS number" hint="anywhere in what was sent or answered" {...given} />
        <Text name="correlation" label="Correlation id" hint="X-Correlation-ID, or X-Request-ID" {...given} />
        <Text name="text" label="Text in the address" {...given} />
        {operations.length > 0 ? (
          <Choice name="operation" label="Operation" {...given} choices={operations.map((id) => [id, id])} />
        ) : (
          <Text name="operation" label="Operation" hint="its id; with an API chosen, a list" {...given} />
        )}
        <Ticks {...given} />
        <p>
          <button>Show these</button>{' '}
          {Object.keys(filters).length > 0 && (
            <a class="beside" href={to(visit, '/exchanges')}>
              Show all
            </a>
          )}
        </p>
      </form>
    </search>
  );
}

interface FieldProps extends Pick<FilterFormProps, 'filters' | 'wrong'> {
  readonly name: FilterName;
  readonly label: string;
  readonly hint?: string;
}

const whatIsWrong: Readonly<Partial<Record<FilterName, string>>> = {
  status: 'A status has three digits, as in 404. All of a kind are written 2xx, 3xx, 4xx or 5xx.',
  person: 'An NHS number of this sandbox has ten digits and begins with 9, as in 900 000 0009.',
};

function Text({ name, label, hint, filters, wrong }: FieldProps) {
  const fault = wrong.has(name) ? (whatIsWrong[name] ?? 'This cannot be looked for.') : undefined;
  return (
    <p>
      <label for={`f-${name}`}>
        {label}
        {hint !== undefined && <span class="hint">{hint}</span>}
        {fault !== undefined && <span class="hint bad">{fault}</span>}
      </label>
      <input
        id={`f-${name}`}
        name={name}
        // What could be a real patient's number is not shown again.
        value={fault !== undefined && name === 'person' ? undefined : filters[name]}
        maxlength={200}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={fault === undefined ? undefined : 'true'}
      />
    </p>
  );
}

function Ticks({ filters }: Pick<FieldProps, 'filters'>) {
  return (
    <fieldset class="only-ticks">
      <legend>Only those</legend>
      <Tick name="refused" label="that were refused" filters={filters} />
      <Tick name="noted" label="with notes on what would fail in integration" filters={filters} />
    </fieldset>
  );
}

function Tick({ name, label, filters }: Pick<FieldProps, 'name' | 'label' | 'filters'>) {
  return (
    <label>
      <input type="checkbox" name={name} value="true" checked={filters[name] === 'true'} /> {label}
    </label>
  );
}

function Choice({
  name,
  label,
  filters,
  choices,
}: FieldProps & { readonly choices: readonly (readonly [value: string, words: string])[] }) {
  return (
    <p>
      <label for={`f-${name}`}>{label}</label>
      <select id={`f-${name}`} name={name}>
        <option value="">Any</option>
        {choices.map(([value, words]) => (
          <option value={value} selected={filters[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
