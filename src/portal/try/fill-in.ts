/**
 * What a form is filled in with: a request that works, about a person where the address of the page names one; or what was sent in an
 * exchange that it names: `?exchange={id}`, and `&works` for the same with what was wrong put right.
 */
import type { components } from '../../generated/sandbox-control.types.ts';
import { askControl } from '../control.ts';
import { sentAgain } from '../exchanges/sent-again.ts';
import type { PageVisit } from '../visit.ts';
import { whomFor } from './whom.ts';

export type FilledIn = Awaited<ReturnType<typeof fillIn>>;

/** A request that was sent, for the form of its operation. */
export interface SentEarlier {
  /** Of its exchange. */
  readonly id: string;
  /** What was wrong with it is put right. */
  readonly isMended: boolean;
  readonly parts: components['schemas']['RequestParts'];
  /** What of it is not in the form, in words. */
  readonly missing: readonly string[];
}

export async function fillIn(visit: PageVisit, slug: string, operation: string) {
  const person = visit.query.get('person')?.trim() ?? '';
  const exchange = visit.query.get('exchange')?.trim() ?? '';
  const place = `/contracts/${encodeURIComponent(slug)}/operations/${encodeURIComponent(operation)}/request`;
  const [about, whom] = await Promise.all([
    askControl<'find-working-request'>(visit, place + (person && `?person=${encodeURIComponent(person)}`)),
    whomFor(visit, slug, operation),
  ]);
  const isUnknown = !about.ok && person !== '';
  const as = visit.query.get('as')?.trim() ?? '';
  const found = isUnknown ? await askControl<'find-working-request'>(visit, place) : about;
  const earlier = found.ok && exchange !== '' ? await sentEarlier(visit, exchange, { slug, working: found.body }) : undefined;
  return { person, as, whom, isUnknown, found, earlier, isGone: exchange !== '' && earlier === undefined };
}

type Working = components['schemas']['WorkingRequest'];

async function sentEarlier(
  visit: PageVisit,
  id: string,
  { slug, working }: { readonly slug: string; readonly working: Working },
): Promise<SentEarlier | undefined> {
  const found = await askControl<'explain-exchange'>(visit, `/trace/${encodeURIComponent(id)}`);
  if (!found.ok || found.body.api?.slug !== slug || found.body.operation?.id !== working.operation.id) return undefined;
  const { worksInParts } = found.body;
  if (visit.query.has('works') && worksInParts) return { id: found.body.id, isMended: true, parts: worksInParts, missing: [] };
  const { request, missing } = sentAgain(found.body);
  const { method, target, headers, body } = request;
  const { values, others } = valuesIn(target, new Map(headers), working);
  return {
    id: found.body.id,
    isMended: false,
    parts: { method, target, headers: Object.fromEntries(headers), ...(body !== undefined && { body }), values },
    missing: [...missing, ...others.map((name) => `${name} in the query has no field here: its contract does not know it.`)],
  };
}

type Values = components['schemas']['RequestParts']['values'];

function valuesIn(
  target: string,
  headers: ReadonlyMap<string, string>,
  { base, operation, parameters }: Working,
): { readonly values: Values; readonly others: readonly string[] } {
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const inPath = namedInPath(operation.path, path.startsWith(`${base}/`) ? path.slice(base.length) : path);
  const asked = [...new URLSearchParams(query)];
  const seen = new Set<string>();
  const values = parameters.flatMap(({ in: place, name, sentAs }) => {
    if (place === 'path') return textAt(place, name, inPath.get(name));
    if (place === 'header') return textAt(place, name, headers.get(name.toLowerCase()));
    if (place === 'cookie') return [];
    const own = asked.filter(([key]) => key === name || (sentAs === 'pairs' && key.startsWith(`${name}[`)));
    for (const [key] of own) seen.add(key);
    const lines = own.map(([key, value]) => (sentAs === 'pairs' ? `${key}=${value}` : value));
    return textAt(place, name, lines.length > 0 ? lines.join('\n') : undefined);
  });
  return { values, others: asked.flatMap(([key]) => (seen.has(key) ? [] : [key])) };
}

const textAt = (place: Values[number]['in'], name: string, text: string | undefined): Values =>
  text === undefined ? [] : [{ in: place, name, text }];

/** What stands at the names of a template such as `/Patient/{id}/$run`. */
function namedInPath(template: string, path: string): ReadonlyMap<string, string> {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const texts = template.split(/\{[^}]+\}/).map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const found = new RegExp(`^${texts.join('([^/]*?)')}$`).exec(path);
  return new Map(found ? names.map((name, i) => [name, decoded(found[i + 1] ?? '')]) : []);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // what was sent need not be text
  }
}
