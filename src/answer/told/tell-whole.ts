/** A whole record as the Bundle that a contract publishes. */
import type { ClinicalRecord } from '../../clinical-record.ts';
import type { Json, JsonObject } from '../../contract/contract.ts';
import { changedAt } from '../../contract/json-edit.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { isArray, isObject } from '../../contract/json.ts';
import { uuidIdentifier } from '../../fhir/clinical/head.ts';
import { retellBundle, type Retelling } from '../../fhir/clinical/retell-bundle.ts';
import type { Call } from '../../mock/call.ts';
import { isProblem, type Problem } from '../../mock/problem.ts';
import type { Reply } from '../../mock/reply.ts';
import type { ApiPlan } from '../../plan/api-plan.ts';
import { layOver } from '../../plan/told/lay-over.ts';
import type { ToldWhole } from '../../plan/told/whole.ts';
import { cutToFit } from '../state/leave-out.ts';
import { withoutFacts } from './model-for.ts';

interface WholeReply extends Reply {
  readonly fits: boolean;
}

export interface TellWhole {
  readonly record: ClinicalRecord;
  readonly status: number;
  /** What the contract alone would answer. */
  shown(): Reply | Problem;
}

export function tellWhole(plan: ApiPlan, whole: ToldWhole, call: Call, { record, status, shown }: TellWhole): Reply {
  const key = JSON.stringify(['whole', record.person.nhsNumber, call.search, call.bodyText]);
  const reply = call.cached<WholeReply>(key, () => {
    const told = fitted(plan, whole, call, record);
    return { status, fits: told.fits, body: call.body === undefined ? told.body : withOutcomes(told.body, shown()) };
  });
  call.note(`Told out of the clinical record of ${record.person.nhsNumber}, as of ${record.asOf}.`);
  if (isProblem(reply)) return { status };
  if (!reply.fits) call.note('What is recorded does not fit the contract in some places; it is told as it is.');
  return reply;
}

/** What the contract says of a request like this one, beside what is recorded: that it does not know a parameter, say. */
function withOutcomes(body: JsonObject, shown: Reply | Problem): JsonObject {
  const outcomes = isProblem(shown)
    ? []
    : entriesOf(shown.body).filter(({ resource }) => isObject(resource) && resource['resourceType'] === 'OperationOutcome');
  return outcomes.length === 0 ? body : { ...body, entry: [...entriesOf(body), ...outcomes] };
}

const entriesOf = (bundle: unknown): readonly JsonObject[] => {
  const whole: Json | undefined = bundle as Json | undefined; // every body that a contract has is JSON
  return isObject(whole) && isArray(whole['entry']) ? whole['entry'].filter(isObject) : [];
};

interface Told {
  readonly body: JsonObject;
  readonly fits: boolean;
}

function fitted({ generator }: ApiPlan, { version, example, at, ofType }: ToldWhole, call: Call, record: ClinicalRecord): Told {
  const { population, operation, body: sent } = call;
  const asked = isObject(sent) && sent['resourceType'] === 'Parameters' ? sent : undefined;
  const timestamp = `${record.asOf}T00:00:00+00:00`;
  const retelling = { version, population, timestamp, base: call.url('/'), ...(asked && { asked }) };
  const faultsOf = (body: JsonObject) => (at ? call.check(at, body).filter(({ keyword }) => keyword !== 'cost') : []);
  const plain = retellBundle(example, record, retelling);
  const faults = faultsOf(plain);
  if (faults.length === 0) return { body: plain, fits: true };

  /** Each resource as its own schema wants it; what stands in the way of that is left out. */
  const shape: Retelling['shape'] = (resource, shown) => {
    const own = ofType().get(String(resource['resourceType']));
    if (!own) return resource;
    const model = (): JsonObject | undefined => modelOf(shown, record, version);
    const laid = layOver(generator, operation.path, { at: own, example: shown }, { resource, model });
    if (!laid) return resource;
    const cut = laid.fits ? laid.resource : cutToFit(call, own, laid.resource).kept;
    return isObject(cut) ? cut : resource;
  };
  const shaped = framed(retellBundle(example, record, { ...retelling, shape }), faultsOf);
  const left = faultsOf(shaped);
  return left.length < faults.length ? { body: shaped, fits: left.length === 0 } : { body: plain, fits: false };
}

function modelOf(shown: JsonObject | undefined, { asOf, person }: ClinicalRecord, version: ToldWhole['version']): JsonObject | undefined {
  const of = { recorded: asOf, organisation: person.registrations[0]?.practice };
  const model = shown && withoutFacts(shown, '', { of, version });
  return isObject(model) ? model : undefined;
}

/** Of its own a Bundle says which one it is, and that there is nothing in it. */
function framed(
  body: JsonObject,
  faultsOf: (body: JsonObject) => readonly { readonly pointer: string; readonly keyword: string }[],
): JsonObject {
  let whole: Json = body;
  for (const { pointer, keyword } of faultsOf(body)) {
    const tokens = tokensOf(pointer);
    const around = valueAt(body, tokens.slice(0, -1));
    if (keyword !== 'required' || !isObject(around) || around['resourceType'] !== 'Bundle') continue;
    if (tokens.at(-1) === 'identifier') whole = changedAt(whole, tokens, uuidIdentifier(String(around['id'])));
    if (tokens.at(-1) === 'entry') whole = changedAt(whole, tokens, []);
  }
  return isObject(whole) ? whole : body;
}
