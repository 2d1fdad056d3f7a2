/** One box for whatever is known of a person, and the particular fields for whoever wants them. */
import { to, type PageVisit } from '../visit.ts';
import { type AskedField, type AskedFor, describingFields, needFields } from './asked-for.ts';
import { ChosenField } from './chosen-field.tsx';
import { NeedFields } from './need-fields.tsx';
import { traitNames, traitWords } from './traits.ts';
import { TypedField, type WrongFields } from './typed-field.tsx';

interface SearchFormProps {
  readonly visit: PageVisit;
  readonly asked: AskedFor;
  readonly wrong: WrongFields;
}

interface FieldTold {
  readonly name: AskedField;
  readonly label: string;
  readonly hint?: string;
}

const genders = ['female', 'male', 'other', 'unknown'];

export function SearchForm({ visit, asked, wrong }: SearchFormProps) {
  const filledIn = (fields: readonly AskedField[]): string => {
    const count = fields.filter((field) => asked[field] !== undefined).length;
    return count === 0 ? '' : ` (${count} filled in)`;
  };
  const isAnyWrong = (fields: readonly AskedField[]): boolean => fields.some((field) => wrong[field] !== undefined);
  const field = (props: FieldTold) => <TypedField {...props} asked={asked} wrong={wrong} />;
  return (
    <search>
      <form method="get" action={to(visit, '/people')} class="people-search">
        <label for="q">
          Find a person
          <span id="q-hint" class="hint">
            A name, an NHS number, a postcode or a town. Or what you need: diabetic on metformin over 60 in Leeds
          </span>
        </label>
        <div class="fields">
          <input
            id="q"
            name="q"
            type="search"
            value={asked.q}
            maxlength={100}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="q-hint"
          />
          <button>Search</button>
        </div>
        <details open={isAnyWrong(describingFields)}>
          <summary>Search by particular fields{filledIn(describingFields)}</summary>
          <div class="fields">
            {field({ name: 'family', label: 'Family name', hint: 'Sm* for all that begin so' })}
            {field({ name: 'given', label: 'Given name' })}
            <ChosenField name="gender" label="Gender" choices={genders.map((one) => [one, one])} asked={asked} wrong={wrong} />
            {field({ name: 'born', label: 'Born', hint: '1980, 1980-02-29 or 1980..1985' })}
            {field({ name: 'place', label: 'Town or county' })}
            {field({ name: 'postcode', label: 'Postcode', hint: 'or its beginning' })}
            {field({ name: 'gp', label: 'GP practice', hint: 'its code, such as Y90001' })}
            <ChosenField
              name="trait"
              label="What is awkward"
              unchosen="Anything or nothing"
              choices={traitNames.map((one) => [one, traitWords[one].name])}
              asked={asked}
              wrong={wrong}
            />
          </div>
          <p class="ticks">
            <label>
              <input type="checkbox" name="fuzzy" value="true" checked={asked.fuzzy === 'true'} /> also names that sound alike
            </label>
            <label>
              <input type="checkbox" name="history" value="true" checked={asked.history === 'true'} /> also former family names
            </label>
          </p>
          <button>Search by these</button>
        </details>
        <details open={isAnyWrong(needFields)}>
          <summary>Search by what you need somebody to be{filledIn(needFields)}</summary>
          <NeedFields asked={asked} wrong={wrong} />
          <button>Find such people</button>
        </details>
      </form>
    </search>
  );
}
