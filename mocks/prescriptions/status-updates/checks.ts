/** What is wrong with an update, in the service's order and words: what is missing first, and of what is all there whatever is wrong. */
import type { Json } from '../../../src/contract/contract.ts';
import { elementAt, listOf, numberAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { businessStatusIn, businessStatusSystem, mayFollow, mustFollow } from './statuses.ts';
import { isShortId } from '../short-id.ts';
import type { StatusUpdate } from '../updates.ts';

const hour = 3_600_000;
const ahead = 24 * hour;
/** Of an update that is dated ahead. */
const farAhead = 999 * hour;

/** Where each thing stands in the Task, and the code system it is from. */
const parts = {
  LineItemID: [['focus', 'identifier'], 'https://fhir.nhs.uk/Id/prescription-order-item-number'],
  PatientNHSNumber: [['for', 'identifier'], 'https://fhir.nhs.uk/Id/nhs-number'],
  PharmacyODSCode: [['owner', 'identifier'], 'https://fhir.nhs.uk/Id/ods-organization-code'],
  PrescriptionID: [['basedOn', 'identifier'], 'https://fhir.nhs.uk/Id/prescription-order-number'],
  Status: [['businessStatus', 'coding'], businessStatusSystem],
} as const;

const valueOf = (task: Json | undefined, part: Exclude<keyof typeof parts, 'Status'>): string | undefined =>
  stringAt(task, ...parts[part][0], 'value');

/** The names of what is not there, as they stand in the answer. */
export function missingFrom(entry: Json): readonly string[] {
  const task = elementAt(entry, 'resource');
  const there = {
    FullUrl: stringAt(entry, 'fullUrl'),
    Resource: task,
    LastModified: stringAt(task, 'lastModified'),
    LineItemID: valueOf(task, 'LineItemID'),
    PatientNHSNumber: valueOf(task, 'PatientNHSNumber'),
    PharmacyODSCode: valueOf(task, 'PharmacyODSCode'),
    PrescriptionID: valueOf(task, 'PrescriptionID'),
    Status: elementAt(task, 'businessStatus', 'coding'),
    TaskID: stringAt(task, 'id'),
    TerminalStatus: stringAt(task, 'status'),
  };
  return Object.entries(there).flatMap(([name, value]) => (value === undefined ? [name] : []));
}

/** `2025-12-30T09:15:00Z`, or as some systems write it, `2025-12-30 09:15:00`; in UTC where no offset is said. */
export function instantIn(text: string): number | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  if (!found) return undefined;
  const [, day = '', time = '00:00:00', zone = 'Z'] = found;
  const at = Date.parse(`${day}T${time.replace(/(\.\d{3})\d+$/, '$1')}${zone.toUpperCase()}`);
  return Number.isNaN(at) ? undefined : at;
}

/** Of an entry from which nothing is missing. */
export function wrongIn(entry: Json, now: number): readonly string[] {
  const task = elementAt(entry, 'resource');
  const status = stringAt(task, 'status') ?? '';
  const spelled = stringAt(task, 'businessStatus', 'coding', 'code');
  const business = businessStatusIn(spelled ?? '');
  const modified = instantIn(stringAt(task, 'lastModified') ?? '');
  const limit = elementAt(task, 'meta', 'lastUpdated') === undefined ? ahead : farAhead;
  const otherSystems = Object.entries(parts).flatMap(([name, [path, system]]) =>
    stringAt(task, ...path, 'system') === system ? [] : [name],
  );
  return [
    ...listOf(stringAt(entry, 'fullUrl') === `urn:uuid:${stringAt(task, 'id') ?? ''}` ? undefined : 'Invalid entry fullUrl or task id.'),
    ...listOf(status === 'in-progress' || status === 'completed' ? undefined : `Unsupported Task.status '${shown(status)}'.`),
    ...listOf(spelled === undefined ? 'Invalid business status.' : undefined),
    ...listOf(
      modified === undefined
        ? 'Date format provided for lastModified is invalid.'
        : modified > now + limit
          ? 'Invalid lastModified value provided.'
          : undefined,
    ),
    ...listOf(parseNhsNumber(valueOf(task, 'PatientNHSNumber') ?? '') === undefined ? 'NHS number is invalid.' : undefined),
    ...listOf(isShortId(valueOf(task, 'PrescriptionID') ?? '') ? undefined : 'Prescription ID is invalid.'),
    ...listOf(stringAt(task, 'resourceType') === 'Task' ? undefined : "Resource's resourceType is not 'Task'."),
    ...listOf(spelled !== undefined && business === undefined ? `Unsupported Task.businessStatus '${shown(spelled)}'.` : undefined),
    ...listOf(
      business !== undefined && spelled !== undefined && status === 'completed' && mustFollow(business)
        ? `Task.status field set to 'completed' but Task.businessStatus value of '${spelled}' requires follow up action.`
        : undefined,
    ),
    ...listOf(
      business !== undefined && spelled !== undefined && status === 'in-progress' && !mayFollow(business)
        ? `Task.status field set to 'in-progress' but Task.businessStatus value of '${spelled}' has no possible follow up action.`
        : undefined,
    ),
    ...listOf(otherSystems.length > 0 ? `Invalid CodeSystem(s) - ${otherSystems.join(', ')}.` : undefined),
  ];
}

/** What was sent may be as long as a body. */
const shown = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

export const wrongPharmacies = (entries: readonly Json[]): readonly string[] =>
  entries.flatMap((entry) => {
    const code = valueOf(elementAt(entry, 'resource'), 'PharmacyODSCode') ?? '';
    return /^[A-Z0-9]+$/.test(code) ? [] : [shown(code)];
  });

/** Of an entry that is right. */
export function updateIn(entry: Json, received: Pick<StatusUpdate, 'received' | 'request' | 'application'>): StatusUpdate {
  const task = elementAt(entry, 'resource');
  const modifiedText = stringAt(task, 'lastModified') ?? '';
  const set = instantIn(stringAt(task, 'meta', 'lastUpdated') ?? '');
  const issue = numberAt(task, 'input', 'valueInteger');
  return {
    prescription: valueOf(task, 'PrescriptionID') ?? '',
    item: (valueOf(task, 'LineItemID') ?? '').toLowerCase(),
    task: stringAt(task, 'id') ?? '',
    nhsNumber: valueOf(task, 'PatientNHSNumber') ?? '',
    pharmacy: valueOf(task, 'PharmacyODSCode') ?? '',
    status: stringAt(task, 'businessStatus', 'coding', 'code') ?? '',
    isTerminal: stringAt(task, 'status') === 'completed',
    modified: instantIn(modifiedText) ?? received.received,
    modifiedText,
    ...(set !== undefined && { set }),
    ...(issue !== undefined && { issue }),
    ...received,
  };
}
