/** The address of the page of an exchange, for somebody else. */
import { Copied } from '../page/copied.tsx';
import { to, type PageVisit } from '../visit.ts';

export function Share({ visit, id }: { readonly visit: PageVisit; readonly id: string }) {
  return (
    <>
      <h2 id="share">Share it</h2>
      <p>
        Whoever has this address can read this page, for as long as the exchange is kept. They need no key, and find no token or key on it.
      </p>
      <Copied
        id="address-of-exchange"
        text={new URL(to(visit, `/exchanges/${encodeURIComponent(id)}`), visit.origin).href}
        what="the address of this page"
      />
    </>
  );
}
