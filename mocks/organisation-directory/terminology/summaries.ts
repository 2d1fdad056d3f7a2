/** The code systems themselves, each version on its own: in summary, and the small ones whole where that is asked. */
import { uuidBy } from '../../../src/contract/uuid.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import type { Schemas } from '../resources/typed-period.ts';
import { askedSystem, versionsKept } from './ask.ts';
import { codeSystems, type CodeSystemTold } from './code-systems.ts';
import { valueMember, type ConceptTold } from './concept.ts';

type CodeSystem = NonNullable<Schemas['CodeSystemBundle']['entry']>[number]['resource'];

export function searchCodeSystems(call: AnyCall): Schemas['CodeSystemBundle'] | Problem {
  const { url, system, _summary: summary, _summmary: misspelt } = call.query;
  const asked = url ?? system;
  const found = [...codeSystems.values()].filter((one) => asked === undefined || one.url === asked);
  const isWhole = ['false', 'data'].includes(String(summary ?? misspelt));
  if (isWhole && found.some(({ isLarge }) => isLarge)) return tooLarge;
  const told: CodeSystem[] = [];
  for (const one of found) {
    // Lists that hardly ever change have one version.
    for (const version of one.isLarge ? versionsKept(call) : versionsKept(call).slice(0, 1)) {
      const resource = codeSystemOf(call, one, { version, isWhole });
      if (isProblem(resource)) return resource;
      told.push(resource);
    }
  }
  return {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`code systems/${part}/${call.search}`)),
    meta: { lastUpdated: new Date(call.clock.now()).toISOString() },
    type: 'searchset',
    total: told.length,
    link: [{ relation: 'self', url: call.address }],
    ...(told.length > 0 &&
      summary !== 'count' && {
        entry: told.map((resource) => ({
          fullUrl: call.url(`/CodeSystem/${resource.id ?? ''}`),
          resource,
          search: { mode: 'match' },
        })),
      }),
  };
}

/** Organisations, roles, relationships, postcodes and practitioners are too many to be sent at once. */
const tooLarge: Problem = {
  problem: 'unprocessable',
  message: 'Response exceeds APIM size limit',
  said: { status: 422, issue: 'too-costly', diagnostics: 'Response exceeds APIM size limit' },
};

function codeSystemOf(
  call: AnyCall,
  system: CodeSystemTold,
  { version, isWhole }: { readonly version: string; readonly isWhole: boolean },
): CodeSystem | Problem {
  const { url, name, title, properties, isLarge } = system;
  const asked = askedSystem(call, url, version);
  if (isProblem(asked)) return asked;
  const concepts = [...system.concepts(asked.night)];
  return {
    resourceType: 'CodeSystem',
    id: isLarge ? `${name}-${version}` : name,
    url,
    version,
    name: name.replaceAll('-', '_'),
    title,
    status: 'active',
    content: 'complete',
    count: concepts.length,
    ...(properties.length > 0 && {
      filter: properties.map(([code]) => ({ code, operator: ['='], value: `A value of ${code}` })),
      property: properties.map(([code, type]) => ({ code, type })),
    }),
    ...(isWhole && { concept: concepts.map(conceptInside) }),
  };
}

function conceptInside({ code, display, properties }: ConceptTold) {
  return {
    code,
    display,
    ...(properties.length > 0 && { property: properties.map((value) => ({ code: value.property, ...valueMember(value) })) }),
  };
}
