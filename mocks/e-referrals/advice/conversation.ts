/** What has been said about a request, newest first, with who said it and what came with it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { eachOf } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { etag } from '../../../src/fhir/version.ts';
import type { Advice } from './advice.ts';
import { adviceNamed, unrelatedToAdvice } from './target.ts';
import { communication } from './told.ts';

const includes = {
  role: [
    'Communication:requester-practitionerrole:PractitionerRole',
    // As the published contract writes it.
    'Communication:sender-practitionerrole:PractionerRole',
  ],
  file: ['Communication:content-reference:DocumentReference'],
} as const;

function conversation(call: AnyCall, advice: Advice, version: number): JsonObject {
  const asked: readonly Json[] = eachOf(askedIn(call)['_include']);
  // All comes along where nothing is said.
  const wants = (names: readonly string[]): boolean => asked.length === 0 || names.some((name) => asked.includes(name));
  const told = advice.messages
    .filter(({ since }) => since <= version)
    .toReversed()
    .map((message) => communication(call, { ...advice, version }, message, 'beside'));
  const beside = [
    ...(wants(includes.role) ? told.flatMap(({ roles }) => roles) : []),
    ...(wants(includes.file) ? told.flatMap(({ files }) => files) : []),
  ];
  const once = new Map(beside.map((resource) => [addressOf(resource), resource]));
  const entry = (resource: JsonObject, mode: string): JsonObject => ({
    fullUrl: call.url(`/STU3/${addressOf(resource)}`),
    resource,
    search: { mode },
  });
  return {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`conversation/${advice.ubrn}/${version}/${part}`)),
    meta: { lastUpdated: instant(call.clock.now()), profile: ['http://hl7.org/fhir/STU3/StructureDefinition/Bundle'] },
    type: 'searchset',
    total: told.length,
    link: [{ relation: 'self', url: call.url(`/STU3/Communication${call.search}`) }],
    entry: [...told.map((each) => entry(each.communication, 'match')), ...[...once.values()].map((each) => entry(each, 'include'))],
  };
}

const addressOf = ({ resourceType, id }: JsonObject): string => `${String(resourceType)}/${String(id)}`;

export function readConversation(
  call: AnyCall,
): { readonly status: 200; readonly headers: { readonly ETag: string }; readonly rendered: string } | Problem {
  const named = adviceNamed(call, String(call.query['based-on'] ?? ''));
  if ('problem' in named) return asBadRequest(named);
  const { advice, version } = named;
  const problem = unrelatedToAdvice(call, advice);
  if (problem) return asBadRequest(problem);
  return { status: 200, headers: { ETag: etag(String(version)) }, rendered: JSON.stringify(conversation(call, advice, version)) };
}

/** This operation has no 422. */
const asBadRequest = (problem: Problem): Problem =>
  problem.problem === 'unprocessable' ? { ...problem, problem: 'invalid-value', said: { ...problem.said, status: 400 } } : problem;
