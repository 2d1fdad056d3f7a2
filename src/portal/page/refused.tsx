/** The sandbox's own API has refused what a page asked of it: what it said, and what a visitor can do. */
import type { ControlAnswer } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';
import { page } from './page.tsx';

const titles: Readonly<Record<number, string>> = {
  401: 'This needs the workspace’s key',
  404: 'This is not here',
};

export function refused(visit: PageVisit, { status, problem }: Extract<ControlAnswer<unknown>, { readonly ok: false }>): Promise<Response> {
  if (status === 401 && visit.isDemonstration) return notKept(visit);
  return page(visit, {
    title: titles[status] ?? problem.title,
    status,
    main:
      status === 401 ? (
        <p>
          Only whoever has it may see this.{' '}
          {visit.key !== undefined && 'What this browser has opens it no longer: there is another key since, or the workspace has ended. '}
          <a href={to(visit, '/key')}>Give the key</a>
        </p>
      ) : (
        <p>{problem.detail}</p>
      ),
  });
}

function notKept(visit: PageVisit): Promise<Response> {
  return page(visit, {
    title: 'The demonstration keeps nothing',
    status: 401,
    main: (
      <>
        <p>Every API answers here, and nothing that is sent is kept: not what was asked, and not what was changed.</p>
        <p>
          <a href={to(visit, '/workspace/new')}>Make a workspace of your own</a>, where both are. It costs nothing and asks for nothing.
        </p>
      </>
    ),
  });
}
