/** Templates of endpoints: what all endpoints of one product have in common. They stand beside the endpoints, under ids of their own. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { uuidBy } from '../../../src/contract/uuid.ts';
import { eachOf, elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { bodyOf, type AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { fault } from '../faults.ts';
import { publishedTemplate } from '../published.ts';

const templates = 'booking-and-referral/template';
/** In the place of the published one, once it was deleted. */
const gone = '';

/** As it was kept; the published one is there from the beginning. */
function templateAt({ store }: AnyCall, id: string): JsonObject | undefined {
  const document = store.get(templates, id);
  if (document === undefined) return id === publishedTemplate.id ? publishedTemplate : undefined;
  return document === gone ? undefined : (JSON.parse(document) as JsonObject);
}

interface Rendered<Status extends number> {
  readonly status: Status;
  readonly rendered: string;
}

const said = <Status extends number>(status: Status, body: JsonObject): Rendered<Status> => ({ status, rendered: JSON.stringify(body) });

/** Undefined where nothing was sent, which is left to the contract. */
export function createTemplate(call: AnyCall): Rendered<200> | undefined {
  const sent = bodyOf(call);
  const n = call.store.count(templates);
  return isObject(sent)
    ? said(
        200,
        kept(
          call,
          uuidBy((part) => call.chance(`template ${part} ${n}`)),
          sent,
        ),
      )
    : undefined;
}

export function replaceTemplate(call: AnyCall): Rendered<200 | 201> | undefined {
  const sent = bodyOf(call);
  const id = call.path['id'] ?? '';
  const isNew = templateAt(call, id) === undefined;
  return isObject(sent) ? said(isNew ? 201 : 200, kept(call, id, sent)) : undefined;
}

function kept({ store }: AnyCall, id: string, sent: JsonObject): JsonObject {
  const template = { ...sent, id };
  store.put(templates, id, JSON.stringify(template));
  return template;
}

export function deleteTemplate(call: AnyCall): Rendered<200> | Problem {
  const id = call.path['id'] ?? '';
  if (!templateAt(call, id)) return unknownTemplate;
  call.store.put(templates, id, gone);
  return said(200, deletedOutcome);
}

const deletedOutcome: JsonObject = {
  resourceType: 'OperationOutcome',
  meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-OperationOutcome'] },
  issue: [{ severity: 'information', code: 'informational', diagnostics: 'It is deleted.' }],
};

const unknownTemplate = fault('not-found', ['REC_NOT_FOUND', 'not-found', 'the resource requested was not found.']);

export function listTemplates(call: AnyCall): Rendered<200> {
  const ids = new Set([publishedTemplate.id, ...call.store.keys(templates)]);
  const found = [...ids]
    .map((id) => templateAt(call, id))
    .filter(isObject)
    .filter((template) => isAsked(template, call));
  const entry = found.map((resource) => ({ fullUrl: call.url(`/Endpoint/${String(resource['id'])}`), resource }));
  return said(200, {
    resourceType: 'Bundle',
    id: uuidBy((part) => call.chance(`templates ${part} ${call.search}`)),
    type: 'searchset',
    total: entry.length,
    timestamp: instant(call.clock.now()),
    link: [{ relation: 'self', url: call.url(`/Endpoint/$template${call.search}`) }],
    ...(entry.length > 0 && { entry }),
  });
}

const places: Readonly<Record<string, readonly string[]>> = {
  'Endpoint.identifier': ['identifier'],
  ConnectionType: ['connectionType', 'coding'],
  PayloadType: ['payloadType', 'coding'],
};

/** Each is `system|code`, of an identifier or of a coding. */
function isAsked(template: JsonObject, { query }: AnyCall): boolean {
  return Object.entries(places).every(([name, [first = '', ...rest]]) => {
    const wanted = query[name];
    if (wanted === undefined) return true;
    const codings = eachOf(template[first]).flatMap((one) => eachOf(rest.length === 0 ? one : elementAt(one, ...rest)));
    return codings.some((one) => `${stringAt(one, 'system')}|${stringAt(one, 'code') ?? stringAt(one, 'value')}` === wanted);
  });
}
