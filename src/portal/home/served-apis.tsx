/** What is served, and how good each API is, in a word. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { to, type PageVisit } from '../visit.ts';

type Api = components['schemas']['Api'];

export function ServedApis({ visit, apis }: { readonly visit: PageVisit; readonly apis: readonly Api[] }) {
  return (
    <>
      <h2>APIs that are served</h2>
      <p>
        “Rules” means that somebody wrote down how the real service behaves, beyond its contract. The others answer by their published
        contract alone.
      </p>
      <ul role="list" class="served">
        {apis.map((api) => (
          <li>
            <a href={to(visit, `/apis/${api.slug}`)}>{api.title}</a> <span class="quiet">{basisOf(api)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={to(visit, '/check')}>See what it makes of a contract of your own</a>
      </p>
    </>
  );
}

export function basisOf({ behaviours, operations }: Api): string {
  if (behaviours.length === 0) return 'contract alone';
  return behaviours.length < operations ? 'some rules' : 'rules';
}
