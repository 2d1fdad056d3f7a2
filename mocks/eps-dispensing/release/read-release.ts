/** A request to release: who asks, for which prescription if for one; and what is wrong with it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { telecomFaults } from '../../electronic-prescriptions/common-rules.ts';
import { missingField, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import { identifierIn } from '../../electronic-prescriptions/message.ts';

export interface ReleaseRequest {
  /** ODS code. */
  readonly dispenser: string;
  /** The Organization as it was sent. */
  readonly owner: JsonObject;
  /** Short id; absent where whatever waits for the dispenser is asked for. */
  readonly prescription?: string;
}

const parametersOf = (body: Json | undefined): readonly Json[] => {
  const held = isObject(body) ? body['parameter'] : undefined;
  return isArray(held) ? held : [];
};

export const parameterIn = (body: Json | undefined, name: string): Json | undefined =>
  parametersOf(body).find((each) => elementAt(each, 'name') === name);

const required = ['owner', 'agent', 'status'] as const;

export function readRelease(body: Json | undefined): ReleaseRequest | readonly MessageIssue[] {
  const missing = required.flatMap((name) =>
    parameterIn(body, name) === undefined ? [wrongValue(`Required parameter ${name} is missing.`, 'Parameters.parameter')] : [],
  );
  const [owner, agent] = [resourceIn(body, 'owner', 'Organization'), resourceIn(body, 'agent', 'PractitionerRole')];
  const group = parameterIn(body, 'group-identifier');
  const prescription = stringAt(group, 'valueIdentifier', 'value')?.toUpperCase();
  const faults = [
    ...missing,
    ...owner.faults,
    ...agent.faults,
    ...(owner.resource ? telecomFaults({ resource: owner.resource, at: owner.at }) : []),
    ...(agent.resource ? agentFaults(agent.resource, agent.at) : []),
    ...(group !== undefined && prescription === undefined ? [missingField('Parameters.parameter.valueIdentifier.value')] : []),
    ...(owner.resource && identifierIn(owner.resource, system.ods) === undefined
      ? [missingField('Organization.identifier.value', `${owner.at}.identifier.value`)]
      : []),
  ];
  if (faults.length > 0 || !owner.resource) return faults;
  return {
    dispenser: (identifierIn(owner.resource, system.ods) ?? '').toUpperCase(),
    owner: owner.resource,
    ...(prescription !== undefined && { prescription }),
  };
}

interface Found {
  readonly resource?: JsonObject;
  readonly at: string;
  readonly faults: readonly MessageIssue[];
}

/** Which of them it is says the name; a parameter that is missing altogether is told of by that. */
function resourceIn(body: Json | undefined, name: string, type: string): Found {
  const at = `Parameters.parameter.where(name = '${name}').resource`;
  const parameter = parameterIn(body, name);
  if (parameter === undefined) return { at, faults: [] };
  const resource = elementAt(parameter, 'resource');
  if (isObject(resource) && resource['resourceType'] === type) return { resource, at, faults: [] };
  return { at, faults: [wrongValue(`Parameter ${name} populated incorrectly. Please populate with ${type}.`, at)] };
}

function agentFaults(agent: JsonObject, at: string): readonly MessageIssue[] {
  const telecom = agent['telecom'];
  if (!isArray(telecom) || telecom.length === 0) return [missingField('PractitionerRole.telecom', `${at}.telecom`)];
  return telecomFaults({ resource: agent, at });
}
