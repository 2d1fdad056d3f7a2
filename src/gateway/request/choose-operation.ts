/** Which operation a request is for, among those whose path it fits. */
import { parseQuery } from '../../contract/parameters/query.ts';
import type { Problem } from '../../mock/problem.ts';
import type { Match } from '../api.ts';
import type { Incoming, ReadBody } from './incoming.ts';
import { negotiate } from '../../contract/media-type.ts';
import { bodyPlan, readBodyAs } from './understand-body.ts';

/** Sets the matches of the request's method, or says which methods the path has. HEAD stands for GET, unless it is declared for itself. */
export function chooseByMethod(incoming: Incoming, matches: readonly Match[]): Problem | undefined {
  const method = incoming.method.toLowerCase();
  const of = (name: string): readonly Match[] => matches.filter((match) => match.target.operation.method === name);
  const own = of(method);
  const chosen = own.length === 0 && method === 'head' ? of('get') : own;
  const [first] = chosen;
  if (!first) {
    const owner = matches[0];
    if (!owner) return { problem: 'unknown-path', message: 'No operation of this sandbox has this path.' };
    incoming.api = owner.target.api;
    const allowed = allowedMethods(matches);
    return { problem: 'method-not-allowed', message: `This path answers ${allowed}.`, headers: { Allow: allowed } };
  }
  const alike = chosen.filter(
    (match) => match.target.operation.path === first.target.operation.path && match.target.api === first.target.api,
  );
  const asked = alike.length < 2 ? undefined : alike.find((match) => asksFor(match.target.operation.fragment, incoming.url.search));
  incoming.matches = asked ? [asked] : alike;
  incoming.match = asked ?? first;
  incoming.api = first.target.api;
  return undefined;
}

/** A path key may carry the very query that tells its operation apart: `/search?kind=person`. */
function asksFor(fragment: string | undefined, search: string): boolean {
  const wanted = fragment?.includes('=') ? parseQuery(fragment).texts : undefined;
  const sent = parseQuery(search).texts;
  return wanted !== undefined && [...wanted].every(([name, texts]) => texts.every((text) => sent.get(name)?.includes(text)));
}

export function allowedMethods(matches: readonly Match[]): string {
  const methods = new Set(matches.map((match) => match.target.operation.method.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  methods.add('OPTIONS');
  return [...methods].sort().join(', ');
}

/** Operations that share a method and a path (a contract tells them apart by `#fragment`) are told apart by the body they take, or take none, and by what the client wants back. */
export function chooseByBody(incoming: Incoming): void {
  const { matches, body } = incoming;
  if (matches.length < 2) return;
  let best: { match: Match; misfit: number } | undefined;
  for (const match of matches) {
    const misfit = body ? misfitOf(match, body) : misfitWithoutBody(match, incoming.request.headers.get('accept'));
    const nearer = best?.misfit === misfit && names(match, body) && !names(best.match, body);
    if (!best || misfit < best.misfit || nearer) best = { match, misfit };
  }
  if (!best) return;
  incoming.match = best.match;
  incoming.matches = [best.match];
}

/** A message says what it is: the event code in a FHIR message is the fragment that contracts tell its operation apart by. */
function names({ target: { operation } }: Match, body: ReadBody | undefined): boolean {
  return operation.fragment !== undefined && (body?.text?.includes(`"${operation.fragment}"`) ?? false);
}

/** Faults of a body by an operation's schema; far more where the operation has no such type, more still where it takes no body. */
function misfitOf({ target }: Match, body: ReadBody): number {
  if (!target.operation.body) return Infinity;
  const plan = bodyPlan(body, target);
  if (!plan) return Number.MAX_SAFE_INTEGER;
  if (body.value !== undefined) return plan.check(body.value).faults.length;
  const understood = readBodyAs(body, target);
  return understood && 'faults' in understood ? understood.faults.length : 0;
}

function misfitWithoutBody({ target: { operation, plan } }: Match, accept: string | null): number {
  const wanted = accept !== null && accept !== '*/*';
  return (operation.body?.required ? 1 : 0) + (wanted && negotiate(accept, plan.successTypes) === undefined ? 2 : 0);
}
