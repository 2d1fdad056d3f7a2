/** What the validator before the façade finds: elements that are missing or wrong, codes that their lists do not have, and with a warning words that are not those of the code. */
import type { Json, JsonObject } from '../../src/contract/contract.ts';
import { isArray, isObject } from '../../src/contract/json.ts';
import type { Call } from '../../src/mock/call.ts';
import { itemStatuses, prescriptionStatuses } from '../prescriptions/status.ts';
import { elementFaults } from './elements.ts';
import type { MessageIssue } from './issues.ts';

/** By their ends. Of a list without words the codes alone are known. */
const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'EPS-task-business-status': prescriptionStatuses,
  'medicationdispense-type': itemStatuses,
  'medicationrequest-status-reason': {
    '0001': 'Prescribing Error',
    '0002': 'Clinical contra-indication',
    '0003': 'Change to medication treatment regime',
    '0004': 'Clinical grounds',
    '0005': 'At the Patients request',
    '0006': 'At the Pharmacists request',
    '0007': 'Notification of Death',
    '0008': 'Patient deducted - other reason',
    '0009': 'Patient deducted - registered with new practice',
  },
  'EPS-task-business-status-reason': {
    '0001': 'Not required as instructed by the patient',
    '0002': 'Clinically unsuitable',
    '0003': 'Owings note issued to patient',
    '0004': 'Prescription cancellation',
    '0005': 'Prescription cancellation due to death',
    '0006': 'Illegal NHS prescription',
    '0007': 'Prescribed out of scope item',
    '0008': 'Item or prescription expired',
    '0009': 'Not allowed on FP10',
    '0010': 'Patient did not collect medication',
    '0011': 'Patient purchased medication over the counter',
  },
};

const prefix = 'https://fhir.nhs.uk/CodeSystem/';

/** `true` in the header of that name, which testers set. */
const isWanted = (call: Pick<Call, 'header'>, header: string): boolean => call.header(header)?.toLowerCase() === 'true';

/** What ends a request: nothing where it is skipped, and warnings where they are asked for. */
export function foundByValidator(call: Pick<Call, 'header'>, body: Json | undefined): readonly MessageIssue[] {
  if (isWanted(call, 'x-skip-validation')) return [];
  const found = [...elementFaults(body), ...codingsIn(body).flatMap(wrongWith)];
  return isWanted(call, 'x-show-validation-warnings') ? found : found.filter(({ severity }) => severity === 'error');
}

interface PlacedCoding {
  readonly coding: JsonObject;
  readonly at: string;
}

function codingsIn(body: Json | undefined): readonly PlacedCoding[] {
  const found: PlacedCoding[] = [];
  const left: { readonly value: Json | undefined; readonly at: string }[] = [{ value: body, at: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, at } = next;
    if (isArray(value)) for (const [n, each] of value.entries()) left.push({ value: each, at: `${at}[${n}]` });
    else if (isObject(value)) {
      if (typeof value['system'] === 'string' && typeof value['code'] === 'string') found.push({ coding: value, at });
      for (const name of Object.keys(value)) left.push({ value: value[name], at: at === '' ? name : `${at}.${name}` });
    }
  }
  return found.toReversed();
}

function wrongWith({ coding, at }: PlacedCoding): readonly MessageIssue[] {
  const { system, code, display } = coding;
  const name = String(system).startsWith(prefix) ? String(system).slice(prefix.length) : '';
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (list === undefined) return [];
  const known = Object.hasOwn(list, String(code)) ? list[String(code)] : undefined;
  if (known === undefined)
    return [
      { severity: 'error', code: 'processing', diagnostics: `Unknown code in the CodeSystem ${String(system)}`, expression: `${at}.code` },
    ];
  if (display === undefined || String(display).toLowerCase() === known.toLowerCase()) return [];
  return [
    {
      severity: 'warning',
      code: 'processing',
      diagnostics: `Wrong display name for ${String(system)}#${String(code)}. The valid display is '${known}'.`,
      expression: `${at}.display`,
    },
  ];
}
