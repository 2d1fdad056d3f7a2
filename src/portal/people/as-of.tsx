/** The same person on another day: they are younger or older, and nothing is told that has not happened by then. */
import { to, type PageVisit } from '../visit.ts';
import { dayInWords } from './days.ts';
import type { KnownPerson } from './person-page.tsx';

interface AsOfProps {
  readonly visit: PageVisit;
  readonly person: KnownPerson;
  /** The day that was typed; '' where none was. */
  readonly asked: string;
}

export function AsOf({ visit, person: { nhsNumber, asOf }, asked }: AsOfProps) {
  const own = to(visit, `/people/${nhsNumber}`);
  return (
    <form method="get" action={own} class="as-of">
      <label for="asOf">
        {asked === '' ? 'As of today, by the clock here. See another day' : `As of ${dayInWords(asOf)}. See another day`}
      </label>
      <div class="fields">
        <input id="asOf" name="asOf" value={asOf} size={10} maxlength={10} autocomplete="off" />
        <button class="plain">See that day</button>
        {asked !== '' && <a href={own}>Back to today</a>}
      </div>
    </form>
  );
}
