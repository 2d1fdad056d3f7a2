/** Who it is, as the head of a record says it: number, birth, practice, and what has to be known before anything else. */
import { to, type PageVisit } from '../visit.ts';
import { dayInWords, yearsBetween } from './days.ts';
import type { KnownPerson } from './person-page.tsx';
import { spacedNumber } from './spaced-number.ts';
import { traitWords } from './traits.ts';

export function Banner({ visit, person }: { readonly visit: PageVisit; readonly person: KnownPerson }) {
  const { nhsNumber, born, death, gender, asOf, minimal, registrations, meaning, own } = person;
  const practice = registrations.find(({ period }) => period.end === undefined)?.practice;
  const flags = flagsOf(person);
  return (
    <div class="panel banner">
      <dl>
        <dt>NHS number</dt>
        <dd>
          <span class="number">{spacedNumber(nhsNumber)}</span>{' '}
          <button type="button" class="plain scripted" data-copies="nhs-number" aria-label="Copy the NHS number">
            Copy
          </button>{' '}
          <span role="status" data-copied="nhs-number" />
          <span id="nhs-number" hidden>
            {nhsNumber}
          </span>
        </dd>
        {!minimal && born !== undefined && (
          <>
            <dt>Born</dt>
            <dd>
              {dayInWords(born)} (
              {death ? `died on ${dayInWords(death.date)} at ${yearsBetween(born, death.date)}` : `age ${yearsBetween(born, asOf)}`})
            </dd>
            <dt>Gender</dt>
            <dd>{gender ?? 'not known'}</dd>
            <dt>GP practice</dt>
            <dd>{practice ? (practice.name ?? practice.ods) : 'none'}</dd>
          </>
        )}
        {flags.length > 0 && (
          <>
            <dt>Take care</dt>
            <dd>{flags.join('; ')}</dd>
          </>
        )}
        {meaning !== undefined && (
          <>
            <dt>Test person</dt>
            <dd>{meaning}</dd>
          </>
        )}
      </dl>
      <p class="actions">
        <a href={to(visit, `/people/${nhsNumber}/side-by-side`)}>How every API tells them, side by side</a>
      </p>
      {own === true && (
        <p class="actions">
          This workspace brought them. <a href={to(visit, `/people/own/${nhsNumber}/take-away`)}>Take them away</a>
        </p>
      )}
    </div>
  );
}

/** What changes how somebody is dealt with. */
const telling = ['restricted', 'superseded', 'invalidated', 'deceased-informal', 'deceased-formal', 'interpreter'] as const;

const flagsOf = ({ traits }: KnownPerson): readonly string[] =>
  telling.filter((trait) => traits.includes(trait)).map((trait) => traitWords[trait].name.toLowerCase());
