/** What the headers about who asks must say, before anything else is looked at. */
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import type { OperationId } from '../access.ts';
import { forbidden, missingHeader } from '../faults/refusals.ts';
import { functionHeader, functionsHeld, isByItself, onBehalfOfHeader, organisationHeader, sentHeader } from './asker.ts';
import { actsForAnother, functionsOf } from './functions.ts';

/** Besides those about who asks. */
const further: Readonly<Partial<Record<string, string>>> = {
  'a015-retrieve-appointment-slots': 'NHSD-eRS-Comm-Rule-Org',
  'a020-upload-file-to-document-store': 'NHSD-eRS-File-Name',
};

export function headerRules(call: Call): Problem | undefined {
  const allowed = functionsOf[call.operation.id as OperationId]; // each operation of the contract is in the table
  return (isByItself(call) || allowed === undefined ? undefined : ofWhoever(call, allowed)) ?? missing(call, further[call.operation.id]);
}

function ofWhoever(call: Call, allowed: readonly string[]): Problem | undefined {
  const name = sentHeader(call, functionHeader);
  const onBehalfOf = sentHeader(call, onBehalfOfHeader);
  const areWanted = call.caller.application !== undefined || isRequired(call, organisationHeader);
  const absent = areWanted ? (missing(call, organisationHeader) ?? missing(call, functionHeader)) : undefined;
  if (absent || name === undefined) return absent;
  if (!allowed.includes(name)) return forbidden(`This is not for that business function: it is for ${allowed.join(', ')}.`);
  if (!actsForAnother(name) && onBehalfOf !== undefined)
    return forbidden(`${onBehalfOfHeader} is sent by SERVICE_PROVIDER_CLINICIAN_ADMIN alone.`);
  if (actsForAnother(name) && declares(call, onBehalfOfHeader) && onBehalfOf === undefined) return missing(call, onBehalfOfHeader);
  return notTheirs(call, name);
}

function notTheirs(call: Call, name: string): Problem | undefined {
  const held = functionsHeld(call);
  const organisation = sentHeader(call, organisationHeader);
  const isTheirs = held?.some((each) => each.businessFunction === name && each.organisation === organisation) ?? true;
  return isTheirs ? undefined : forbidden('Whoever is signed in does not have this business function at this organisation.');
}

const missing = (call: Call, name: string | undefined): Problem | undefined =>
  name === undefined || sentHeader(call, name) !== undefined ? undefined : missingHeader(name);

const parameterOf = ({ operation }: Call, name: string) =>
  operation.parameters.find((each) => each.in === 'header' && each.name.toLowerCase() === name.toLowerCase());
const declares = (call: Call, name: string): boolean => parameterOf(call, name) !== undefined;
const isRequired = (call: Call, name: string): boolean => parameterOf(call, name)?.required === true;
