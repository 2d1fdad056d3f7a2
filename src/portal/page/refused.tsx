/** The sandbox's own API has refused what a page asked of it: what it said, and what a visitor can do. */
import type { ControlAnswer } from '../control.ts';
import { to, type PageVisit } from '../visit.ts';
import { page } from './page.tsx';

const titles: Readonly<Record<number, string>> = {
  401: 'This needs the workspace’s key',
  404: 'This is not here',
};

export function refused(visit: PageVisit, { status, problem }: Extract<ControlAnswer<unknown>, { readonly ok: false }>): Promise<Response> {
  return page(visit, {
    title: titles[status] ?? problem.title,
    status,
    main:
      status === 401 ? (
        <p>
          Only whoever has it may see this. <a href={to(visit, '/key')}>Give the key</a>
        </p>
      ) : (
        <p>{problem.detail}</p>
      ),
  });
}
