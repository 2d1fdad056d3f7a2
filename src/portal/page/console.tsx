/** A page of the console of a workspace: one of its parts, beside the list of all. */
import type { Child } from 'hono/jsx';
import { to, type PageVisit } from '../visit.ts';
import { page, type ShownPage } from './page.tsx';

export interface ConsolePage extends Omit<ShownPage, 'section' | 'main'> {
  readonly part: Part;
  readonly main: Child;
}

type Part = (typeof parts)[number][0];

const parts = [
  ['workspace', 'Overview'],
  ['clock', 'Clock'],
  ['faults', 'Faults'],
  ['stubs', 'Stubs'],
  ['settings', 'Settings'],
  ['snapshots', 'Snapshots'],
  ['contracts', 'Contracts'],
  ['applications', 'Applications'],
  ['tokens', 'Tokens'],
  ['subscriptions', 'Subscriptions'],
  ['inbox', 'Inbox'],
  ['report', 'Readiness report'],
] as const;

export const consolePage = (visit: PageVisit, { part, main, ...shown }: ConsolePage): Promise<Response> =>
  page(visit, {
    ...shown,
    section: 'workspace',
    main: (
      <div class="console">
        <Parts visit={visit} part={part} />
        <div>{main}</div>
      </div>
    ),
  });

/** On a phone they are folded away, so that the page itself comes first; where there is room beside it, they are all there. */
function Parts({ visit, part }: { readonly visit: PageVisit; readonly part: Part }) {
  return (
    <nav class="console-parts" aria-label="This workspace">
      <details class="narrow">
        <summary>Parts of this workspace</summary>
        <PartList visit={visit} part={part} />
      </details>
      <div class="roomy">
        <PartList visit={visit} part={part} />
      </div>
    </nav>
  );
}

const PartList = ({ visit, part }: { readonly visit: PageVisit; readonly part: Part }) => (
  <ul role="list">
    {parts.map(([name, words]) => (
      <li>
        <a href={to(visit, `/${name}`)} aria-current={name === part ? 'page' : undefined}>
          {words}
        </a>
      </li>
    ))}
  </ul>
);
