/** Shows pages to browsers before anything else is asked. What is not for a browser pays for a look at one header. */
import type { PageHome } from '../portal/visit.ts';
import { portalPath } from '../gateway/places.ts';

/** No program asks for HTML but by chance; whether this one really wants it is found out then. */
export function mayBePage(url: string, accept: string | null | undefined): boolean {
  return (accept?.includes('text/html') ?? false) || url.includes(portalPath);
}

/** The pages are loaded when somebody asks for one. */
export async function withPages(request: Request, home: PageHome, next: () => Response | Promise<Response>): Promise<Response> {
  const { answerWithPage } = await import('../portal/portal.tsx');
  return (await answerWithPage(request, home)) ?? next();
}
