/** What a search was understood to ask, each part of it with a link that takes it away. */
import { to, type PageVisit } from '../visit.ts';
import { askedFields, type AskedFor } from './asked-for.ts';
import { labelOf } from './need-fields.tsx';

interface AskedChipsProps {
  readonly visit: PageVisit;
  /** By fields of their own: words of need that were understood among them. */
  readonly asked: AskedFor;
}

export function AskedChips({ visit, asked }: AskedChipsProps) {
  const names = askedFields.filter((name) => asked[name] !== undefined);
  if (names.length === 0) return <></>;
  return (
    <>
      <p id="asked">Looked for, each to be taken away:</p>
      <ul class="chips" role="list" aria-labelledby="asked">
        {names.map((name) => {
          const { [name]: value = '', ...others } = asked;
          const said = value === 'true' ? labelOf(name) : `${labelOf(name)}: ${value}`;
          return (
            <li>
              <a href={to(visit, `/people?${new URLSearchParams(others).toString()}`)} aria-label={`Take away ${said}`}>
                {said} <span aria-hidden="true">×</span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
