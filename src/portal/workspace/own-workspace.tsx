/** In a demonstration: what is not kept here, and the button that makes a place where it is. */
import { PortalForm } from '../page/form.tsx';
import type { PageVisit } from '../visit.ts';

export function OwnWorkspace({ visit }: { readonly visit: PageVisit }) {
  if (!visit.isDemonstration) return null;
  return (
    <section class="panel">
      <h2>You are in the demonstration</h2>
      <p>
        Every API answers here, and nothing that is sent is kept. In a workspace of your own you can change things, bring a contract, and
        look up what was sent. It costs nothing, asks for nothing, and is deleted after 24 hours.
      </p>
      <PortalForm visit={visit} action="/workspace/new">
        <button>Make a workspace of your own</button>
      </PortalForm>
    </section>
  );
}
