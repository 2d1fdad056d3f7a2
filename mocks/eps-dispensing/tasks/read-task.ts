/** A Task that gives a prescription back, or takes the last notification back; and what is wrong with it. */
import type { Json } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { telecomFaults } from '../../electronic-prescriptions/common-rules.ts';
import { missingField, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import { codeIn, containedIn, groupIdentifierOf, identifierIn, ofType, systems } from '../../electronic-prescriptions/message.ts';

const statuses = ['in-progress', 'rejected'];
const taskCodes = 'http://hl7.org/fhir/CodeSystem/task-code';
const reasonsOf = {
  'in-progress': 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-withdraw-reason',
  rejected: 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-return-status-reason',
} as const;

export interface DispenserTask {
  readonly does: 'return' | 'withdraw';
  readonly prescription: string;
  readonly nhsNumber: string | undefined;
  readonly dispenser: string;
  readonly reason: string;
  /** Id of the message that it is about. */
  readonly focus: string | undefined;
}

export function readTask(task: Json | undefined): DispenserTask | readonly MessageIssue[] {
  if (!isObject(task)) return [];
  const { status } = task;
  const isWithdrawal = status === 'in-progress';
  const system = reasonsOf[isWithdrawal ? 'in-progress' : 'rejected'];
  const reason = codeIn(task['statusReason'], system);
  const prescription = groupIdentifierOf(task);
  const dispenser = dispenserOf(task);
  const faults = [
    ...(task['intent'] === 'order' ? [] : [wrongValue("Task.intent must be 'order'.", 'Task.intent')]),
    ...(statuses.some((one) => one === status)
      ? [
          ...(isWithdrawal && codeIn(task['code'], taskCodes) !== 'abort'
            ? [wrongValue(`Task.code must be 'abort' of '${taskCodes}'.`, 'Task.code')]
            : []),
          ...(reason === undefined ? [wrongReason(task['statusReason'], system)] : []),
        ]
      : [wrongValue(`Task.status must be one of: ${statuses.map((one) => `'${one}'`).join(', ')}.`, 'Task.status')]),
    ...containedIn({ resource: task, at: 'Task' }).flatMap(telecomFaults),
    ...(prescription === undefined ? [missingField('Task.groupIdentifier.value')] : []),
    ...(dispenser === undefined ? [missingField('Task.owner.identifier.value', 'Task.owner')] : []),
  ];
  if (faults.length > 0 || prescription === undefined || dispenser === undefined) return faults;
  return {
    does: isWithdrawal ? 'withdraw' : 'return',
    prescription,
    nhsNumber: stringAt(task, 'for', 'identifier', 'value'),
    dispenser: dispenser.toUpperCase(),
    reason: reason ?? '',
    focus: stringAt(task, 'focus', 'identifier', 'value')?.toLowerCase(),
  };
}

function wrongReason(reason: Json | undefined, system: string): MessageIssue {
  if (stringAt(reason, 'coding', 'code') === undefined) return missingField('Task.statusReason.coding.code', 'Task.statusReason');
  return wrongValue(`Task.statusReason.coding.system must be '${system}'.`, 'Task.statusReason.coding.system');
}

/** The organisation of the role that asks; that which is named as owner, where the role names none. */
function dispenserOf(task: Json): string | undefined {
  const contained = isObject(task) ? containedIn({ resource: task, at: 'Task' }) : [];
  const at = (reference: Json | undefined): string => `#${elementAt(reference, 'reference') === undefined ? '' : stringAt(reference, 'reference')?.slice(1)}`;
  const find = (type: string, reference: Json | undefined): Json | undefined =>
    ofType(contained, type).find(({ resource }) => `#${String(resource['id'])}` === at(reference))?.resource;
  const role = find('PractitionerRole', elementAt(task, 'requester'));
  const organisation = find('Organization', elementAt(role, 'organization'));
  return identifierIn(organisation, systems.ods) ?? stringAt(task, 'owner', 'identifier', 'value');
}
