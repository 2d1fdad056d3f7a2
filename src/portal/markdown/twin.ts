/** Where a page is as Markdown. */
import { controlPath, portalPath } from '../../gateway/places.ts';
import { to, type PageVisit } from '../visit.ts';

const twins = /^\/(?:apis|exchanges)(?:\/[^/]+)?$|^\/people(?:\/\d+)?$|^\/apis\/[^/]+\/[^/]+$/;

/** Undefined for pages that are there to do something, and not to be read. */
export function twinOf(visit: PageVisit): string | undefined {
  const { path } = visit;
  if (path === '/' || path === portalPath) return to(visit, '/home.md');
  const page = path.startsWith(`${controlPath}/trace/`)
    ? path.replace(`${controlPath}/trace`, '/exchanges')
    : path.slice(portalPath.length);
  return twins.test(page) ? to(visit, `${page}.md`) : undefined;
}

/** The whole address of one, for whoever reads it elsewhere. */
export const pageAddress = (visit: PageVisit, page: string): string => new URL(to(visit, page), visit.origin).href;
