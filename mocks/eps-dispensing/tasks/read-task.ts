/** A Task that gives a prescription back, or takes the last notification back; and what is wrong with it. */
import type { Coding } from '../../../src/clinical-record.ts';
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { elementAt, stringAt } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { telecomFaults } from '../../electronic-prescriptions/common-rules.ts';
import { missingField, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import { codeIn, containedIn, groupIdentifierOf, identifierIn } from '../../electronic-prescriptions/message.ts';

const statuses = ['in-progress', 'rejected'];
const taskCodes = 'http://hl7.org/fhir/CodeSystem/task-code';
const reasonsOf = {
  'in-progress': 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-withdraw-reason',
  rejected: 'https://fhir.nhs.uk/CodeSystem/EPS-task-dispense-return-status-reason',
} as const;

export interface DispenserTask {
  readonly id: string | undefined;
  readonly does: 'return' | 'withdraw';
  readonly prescription: string;
  readonly nhsNumber: string | undefined;
  readonly dispenser: string;
  readonly reason: Coding;
  /** Id of the message that it is about. */
  readonly focus: string | undefined;
}

export function readTask(task: Json | undefined): DispenserTask | readonly MessageIssue[] {
  if (!isObject(task)) return [];
  const { status } = task;
  const isWithdrawal = status === 'in-progress';
  const reasons = reasonsOf[isWithdrawal ? 'in-progress' : 'rejected'];
  const reason = codeIn(task['statusReason'], reasons);
  const prescription = groupIdentifierOf(task);
  const dispenser = dispenserOf(task);
  const faults = [
    ...(task['intent'] === 'order' ? [] : [wrongValue("Task.intent must be 'order'.", 'Task.intent')]),
    ...(statuses.some((one) => one === status)
      ? [
          ...(isWithdrawal && codeIn(task['code'], taskCodes) !== 'abort'
            ? [wrongValue(`Task.code must be 'abort' of '${taskCodes}'.`, 'Task.code')]
            : []),
          ...(reason === undefined ? [wrongReason(task['statusReason'], reasons)] : []),
        ]
      : [wrongValue(`Task.status must be one of: ${statuses.map((one) => `'${one}'`).join(', ')}.`, 'Task.status')]),
    ...containedIn({ resource: task, at: 'Task' }).flatMap(telecomFaults),
    ...(prescription === undefined ? [missingField('Task.groupIdentifier.value')] : []),
    ...(dispenser === undefined ? [missingField('Task.owner.identifier.value', 'Task.owner')] : []),
  ];
  if (faults.length > 0 || prescription === undefined || dispenser === undefined) return faults;
  return {
    id: identifierIn(task)?.toLowerCase(),
    does: isWithdrawal ? 'withdraw' : 'return',
    prescription,
    nhsNumber: stringAt(task, 'for', 'identifier', 'value'),
    dispenser: dispenser.toUpperCase(),
    reason: { system: reasons, code: reason ?? '', display: stringAt(task, 'statusReason', 'coding', 'display') ?? '' },
    focus: stringAt(task, 'focus', 'identifier', 'value')?.toLowerCase(),
  };
}

function wrongReason(reason: Json | undefined, reasons: string): MessageIssue {
  if (stringAt(reason, 'coding', 'code') === undefined) return missingField('Task.statusReason.coding.code', 'Task.statusReason');
  return wrongValue(`Task.statusReason.coding.system must be '${reasons}'.`, 'Task.statusReason.coding.system');
}

/** The organisation of the role that asks; that which is named as owner, where the role names none. */
function dispenserOf(task: JsonObject): string | undefined {
  const contained = containedIn({ resource: task, at: 'Task' });
  const named = (reference: Json | undefined): Json | undefined => {
    const address = elementAt(reference, 'reference');
    return contained.find(({ resource }) => `#${String(resource['id'])}` === address)?.resource;
  };
  const organisation = named(elementAt(named(task['requester']), 'organization'));
  return identifierIn(organisation, system.ods) ?? stringAt(task, 'owner', 'identifier', 'value');
}
