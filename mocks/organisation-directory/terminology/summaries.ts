/** The code systems themselves, each version on its own: in summary, and the small ones whole where that is asked. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import { instant } from '../../../src/fhir/instant.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { directoryIn } from '../directory.ts';
import { lastNight } from '../nights.ts';
import { tooLarge } from '../too-large.ts';
import { versionsKept } from './ask.ts';
import { codeSystems, type CodeSystemTold } from './code-systems.ts';
import { valueMember, type ConceptTold } from './concept.ts';
import { lookUp } from './look-up.ts';
import type { Night } from './register-concepts.ts';

type CodeSystem = NonNullable<Schemas['CodeSystemBundle']['entry']>[number]['resource'];

export function searchCodeSystems(call: AnyCall): Schemas['CodeSystemBundle'] | Problem {
  const { url, system, _summary: summary, _summmary: misspelt } = call.query;
  const asked = url ?? system;
  const found = [...codeSystems.values()].filter((one) => asked === undefined || one.url === asked);
  const isWhole = ['false', 'data'].includes(String(summary ?? misspelt));
  // Organisations, roles, relationships, postcodes and practitioners are too many to be sent at once.
  if (isWhole && found.some(({ isLarge }) => isLarge)) return tooLarge;
  const [latest = '', ...earlier] = versionsKept(call);
  const population = lastNight(call);
  const night = { directory: directoryIn(population), population };
  const told = found.flatMap((one): readonly CodeSystem[] => [
    { ...codeSystemOf(one, latest), ...inside(one, night, isWhole) },
    // Lists that hardly ever change have one version.
    ...(one.isLarge ? earlier : []).map((version) => codeSystemOf(one, version)),
  ]);
  return bundleOf(call, told);
}

/** What is known of the concept, as the documentation shows it; a search finds nothing where there is none. */
export function searchByCode(call: AnyCall): Schemas['CodeSystemBundle'] | Schemas['Concept'] | Problem {
  const found = lookUp(call);
  return isProblem(found) && found.problem === 'not-found' ? bundleOf(call, []) : found;
}

function bundleOf(call: AnyCall, told: readonly CodeSystem[]): Schemas['CodeSystemBundle'] {
  return {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`code systems/${part}/${call.search}`)),
    meta: { lastUpdated: instant(call.clock.now()) },
    type: 'searchset',
    total: told.length,
    link: [{ relation: 'self', url: call.address }],
    ...(told.length > 0 &&
      call.query['_summary'] !== 'count' && {
        entry: told.map((resource) => ({
          fullUrl: call.url(`/CodeSystem/${resource.id ?? ''}`),
          resource,
          search: { mode: 'match' },
        })),
      }),
  };
}

function codeSystemOf({ url, name, title, properties, isLarge }: CodeSystemTold, version: string): CodeSystem {
  return {
    resourceType: 'CodeSystem',
    id: isLarge ? `${name}-${version}` : name,
    url,
    version,
    name: name.replaceAll('-', '_'),
    title,
    status: 'active',
    content: 'complete',
    ...(properties.length > 0 && {
      filter: properties.map(([code]) => ({ code, operator: ['='], value: `A value of ${code}` })),
      property: properties.map(([code, type]) => ({ code, type })),
    }),
  };
}

/** How many concepts there are is told of the newest version. */
function inside({ count, concepts }: CodeSystemTold, night: Night, isWhole: boolean): Pick<CodeSystem, 'count' | 'concept'> {
  if (count && !isWhole) {
    const known = count(night);
    return known === undefined ? {} : { count: known };
  }
  const all = [...concepts(night)];
  return { count: all.length, ...(isWhole && { concept: all.map(conceptInside) }) };
}

function conceptInside({ code, display, properties }: ConceptTold) {
  return {
    code,
    display,
    ...(properties.length > 0 && { property: properties.map((value) => ({ code: value.property, ...valueMember(value) })) }),
  };
}
