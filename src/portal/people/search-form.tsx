/** One box for whatever is known of a person, and the particular fields for whoever wants them. */
import { to, type PageVisit } from '../visit.ts';
import { type AskedField, type AskedFor, needFields } from './asked-for.ts';
import { TypedField, type WrongFields } from './typed-field.tsx';
import { NeedFields } from './need-fields.tsx';
import { traitNames, traitWords } from './traits.ts';

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
  const { q, ...particular } = asked;
  const isNeed = (field: string): boolean => needFields.some((need) => need === field);
  const filledIn = (isMeant: (field: string) => boolean): string => {
    const count = Object.keys(particular).filter(isMeant).length;
    return count === 0 ? '' : ` (${count} filled in)`;
  };
  const isNoNeed = (field: string): boolean => !isNeed(field);
  const isWrong = Object.keys(wrong).some((field) => field !== 'q' && isNoNeed(field));
  const field = (props: FieldTold) => <TypedField {...props} asked={asked} wrong={wrong} />;
  return (
    <search>
      <form method="get" action={to(visit, '/people')} class="people-search">
        <label for="q">
          Find a person
          <span id="q-hint" class="hint">
            An NHS number, a name, a postcode, a town or a county. Also together: Jane Smith Leeds 1980
          </span>
        </label>
        <div class="fields">
          <input id="q" name="q" type="search" value={q} maxlength={100} autocomplete="off" spellcheck={false} aria-describedby="q-hint" />
          <button>Search</button>
        </div>
        <details open={isWrong}>
          <summary>Search by particular fields{filledIn(isNoNeed)}</summary>
          <div class="fields">
            {field({ name: 'family', label: 'Family name', hint: 'Sm* for all that begin so' })}
            {field({ name: 'given', label: 'Given name' })}
            <p>
              <label for="gender">Gender</label>
              <select id="gender" name="gender">
                <option value="">Any</option>
                {genders.map((one) => (
                  <option value={one} selected={asked.gender === one}>
                    {one}
                  </option>
                ))}
              </select>
            </p>
            {field({ name: 'born', label: 'Born', hint: '1980, 1980-02-29 or 1980..1985' })}
            {field({ name: 'place', label: 'Town or county' })}
            {field({ name: 'postcode', label: 'Postcode', hint: 'or its beginning' })}
            {field({ name: 'gp', label: 'GP practice', hint: 'its code, such as Y90001' })}
            <p>
              <label for="trait">What is awkward</label>
              <select id="trait" name="trait">
                <option value="">Anything or nothing</option>
                {traitNames.map((one) => (
                  <option value={one} selected={asked.trait === one}>
                    {traitWords[one].name}
                  </option>
                ))}
              </select>
            </p>
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
        <details open={Object.keys(wrong).some(isNeed)}>
          <summary>Search by what you need somebody to be{filledIn(isNeed)}</summary>
          <NeedFields asked={asked} wrong={wrong} />
          <button>Find such people</button>
        </details>
      </form>
    </search>
  );
}
