/** All APIs that are served, in groups: what each is, where, and how good. */
import { counted } from '../../contract/counted.ts';
import { ProseLine } from './prose.tsx';
import { askControl } from '../control.ts';
import { page } from '../page/page.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';
import { anchorOf } from './contents.tsx';
import { howGoodInAWord, type ListedApi } from './described-api.ts';

export async function cataloguePage(visit: PageVisit): Promise<Response> {
  const found = await askControl<'catalogue'>(visit, '/catalogue?curl=false');
  if (!found.ok) return refused(visit, found);
  const apis: readonly ListedApi[] = found.body.apis;
  const groups = [...Map.groupBy(apis, ({ group }) => group)].map(([name, members], index) => ({
    name,
    members,
    id: anchorOf(name, index),
  }));
  return page(visit, {
    title: 'APIs',
    section: 'apis',
    main: (
      <>
        <p>
          {counted(apis.length, 'mock API')} at <code>{visit.base}</code>, with the same made-up people behind them all. “Rules of its own”
          means that the sandbox does what the real service does; “by its contract” means that it reads from the published description what
          to keep and what to answer.
        </p>
        {groups.length > 1 && (
          <nav aria-label="Groups of APIs">
            <ul role="list" class="jumps">
              {groups.map(({ name, id }) => (
                <li>
                  <a href={`#${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="scripted">
          <label for="filter">
            Show only those with
            <span class="hint">A word of the name, the address or the description</span>
          </label>
          <input id="filter" type="search" autocomplete="off" data-filters="api-list" />
          <p role="status" class="quiet" data-filtered="api-list" />
        </div>
        <div id="api-list">
          {groups.map(({ name, members, id }) => (
            <section aria-labelledby={id} data-group>
              <h2 id={id}>{name}</h2>
              <ul role="list" class="catalogue">
                {members.map((api) => (
                  <Card visit={visit} api={api} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        {apis.length === 0 && <p>No API is served here yet.</p>}
      </>
    ),
  });
}

function Card({ visit, api }: { readonly visit: PageVisit; readonly api: ListedApi }) {
  return (
    <li class="card" data-filterable>
      <h3>
        <a href={to(visit, `/apis/${api.slug}`)}>{api.title}</a>
      </h3>
      <p>
        <code>{api.base || '/'}</code> · {counted(api.operations, 'operation')} · <strong>{howGoodInAWord(api)}</strong>
      </p>
      {api.fidelity !== undefined && (
        <p>
          <ProseLine text={api.fidelity} />
        </p>
      )}
    </li>
  );
}
