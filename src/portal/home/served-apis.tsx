/** What is served, and how good each API is, in a word. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';

type Api = components['schemas']['Api'];

/** In the words of a page. */
const howGood: Readonly<Record<Api['basis'], string>> = {
  rules: 'rules',
  'some rules': 'some rules',
  'by its contract': 'contract alone',
};

export function ServedApis({ visit, apis }: { readonly visit: PageVisit; readonly apis: readonly Api[] }) {
  return (
    <>
      <h2>APIs that are served</h2>
      <p>
        “Rules” means that somebody wrote down how the real service behaves, beyond its contract. The others answer by their published
        contract alone.
      </p>
      <div class="served">
        {[...Map.groupBy(apis, ({ group }) => group)].map(([group, members]) => (
          <section>
            <h3>{group}</h3>
            <ul role="list">
              {members.map(({ slug, title, basis }) => (
                <li>
                  <a href={to(visit, `/apis/${slug}`)}>{shortened(title)}</a> <span class="quiet">{howGood[basis]}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p>
        <a href={to(visit, '/check')}>See what it makes of a contract of your own</a>
      </p>
    </>
  );
}

/** All of them are sandboxes here. */
const shortened = (title: string): string => title.replace(/ sandbox$/i, '');
