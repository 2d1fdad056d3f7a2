/** What each operation of the directory answers: the same in both editions of its contract. */
import { uuidBy } from '../../src/contract/uuid.ts';
import { instant } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../src/mock/problem.ts';
import { capabilityStatement } from './capability.ts';
import { directoryOf, type Directory } from './directory.ts';
import { affiliationOf } from './resources/affiliation.ts';
import { headersOfCopy } from './resources/copy.ts';
import { deletionList, namesOfLists } from './resources/deletions.ts';
import { organizationOf } from './resources/organization.ts';
import type { Schemas } from './resources/typed-period.ts';
import { searchOrganisations, searchRelationships } from './search/search.ts';
import { expandValueSet } from './terminology/expand.ts';
import { lookUp, validateCode } from './terminology/look-up.ts';
import { searchByCode, searchCodeSystems } from './terminology/summaries.ts';

/** `_format` wins over what the Accept header asks; a plus that was not encoded came as a space. */
const formats: ReadonlyMap<string, string> = new Map([
  ['json', 'application/fhir+json'],
  ['application/json', 'application/fhir+json'],
  ['application/fhir+json', 'application/fhir+json'],
  ['xml', 'application/fhir+xml'],
  ['text/xml', 'application/fhir+xml'],
  ['application/xml', 'application/fhir+xml'],
  ['application/fhir+xml', 'application/fhir+xml'],
]);

const formatAsked = ({ query }: AnyCall): string | undefined => formats.get(String(query['_format']).replaceAll(' ', '+'));

function answered<Body extends object>(
  call: AnyCall,
  body: Body | Problem,
): { readonly status: 200; readonly body: Body; readonly type?: string } | Problem {
  if (isProblem(body)) return body;
  const type = formatAsked(call);
  return { status: 200, body, ...(type !== undefined && { type }) };
}

export const answers = {
  searchOrganisations: (call: AnyCall) => answered(call, searchOrganisations(call)),
  searchRelationships: (call: AnyCall) => answered(call, searchRelationships(call)),
  readOrganisation: (call: AnyCall) =>
    read(call, (directory, id) => {
      const listed = directory.organisation(id);
      return listed && organizationOf(call, directory, listed);
    }),
  readRelationship: (call: AnyCall) =>
    read(call, (directory, id) => {
      const relationship = directory.relationship(id);
      return relationship && affiliationOf(call, directory, relationship);
    }),
  readDeletions: (call: AnyCall) => read(call, (directory, id) => deletionList(directory, id)),
  searchDeletions: (call: AnyCall) => answered(call, allDeletions(call)),
  searchCodeSystems: (call: AnyCall) => answered(call, call.query['code'] === undefined ? searchCodeSystems(call) : searchByCode(call)),
  lookUp: (call: AnyCall) => answered(call, lookUp(call)),
  validateCode: (call: AnyCall) => answered(call, validateCode(call)),
  expand: (call: AnyCall & { readonly body: Schemas['ExpansionRequest'] | undefined }) =>
    answered(call, call.body ? expandValueSet(call, call.body) : noBody),
  /** XML only where the query is this and no more: the gateway answers it itself. */
  capability: (call: AnyCall) => {
    const body = capabilityStatement(call);
    return { status: 200 as const, body, type: `application/fhir+${call.search === '?_format=xml' ? 'xml' : 'json'}` };
  },
} as const;

const noBody: Problem = { problem: 'missing-body', message: 'The request has no Parameters: send what is to be expanded.' };

interface Kept {
  readonly resourceType: string;
  readonly id: string;
  readonly meta?: Schemas['Meta'];
}

/** Made once a night. A code in small letters is nobody's. */
function read<Resource extends Kept>(call: AnyCall, find: (directory: Directory, id: string) => Resource | undefined) {
  const directory = directoryOf(call);
  const { id = '' } = call.path;
  const reply = call.cached(`${directory.night} ${id}`, () => {
    const resource = find(directory, id);
    if (!resource) return notKnown;
    return { status: 200 as const, headers: headersOfCopy(call, resource), body: resource };
  });
  const type = formatAsked(call);
  return isProblem(reply) || type === undefined ? reply : { ...reply, type };
}

const notKnown: Problem = { problem: 'not-found', message: 'Nobody has this code or number.' };

function allDeletions(call: AnyCall): Schemas['DeletionLists'] {
  const directory = directoryOf(call);
  const lists = namesOfLists.map((name) => deletionList(directory, name)).filter((list) => list !== undefined);
  return {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`lists/${part}`)),
    meta: { lastUpdated: instant(call.clock.now()) },
    type: 'searchset',
    total: lists.length,
    link: [{ relation: 'self', url: call.address }],
    entry: lists.map((resource) => ({ fullUrl: call.url(`/List/${resource.id}`), resource, search: { mode: 'match' } })),
  };
}
