/** Nobody has the number: why, and whom to look at instead. */
import { page } from '../page/page.tsx';
import { to, type PageVisit } from '../visit.ts';

export function noSuchPerson(visit: PageVisit, why: string): Promise<Response> {
  return page(visit, {
    title: 'Nobody here',
    section: 'people',
    status: 404,
    main: (
      <>
        <p>{why}</p>
        <p>
          Numbers of this population begin 999. <a href={to(visit, '/people')}>Search for somebody</a>, or begin with{' '}
          <a href={to(visit, '/people/9000000009')}>900 000 0009</a>, a test person of the official sandboxes. A person whom a program has
          created stands only in the API that created them.
        </p>
      </>
    ),
  });
}
