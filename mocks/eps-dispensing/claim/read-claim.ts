/** A claim for what was dispensed; and what is wrong with it. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import { eachOf, elementAt, extensionIn, stringAt } from '../../../src/fhir/clinical/element.ts';
import { system } from '../../../src/fhir/clinical/systems.ts';
import { telecomFaults } from '../../electronic-prescriptions/common-rules.ts';
import { missingField, wrongValue, type MessageIssue } from '../../electronic-prescriptions/issues.ts';
import { codeIn, containedIn, identifierIn, ofType } from '../../electronic-prescriptions/message.ts';
import { repeatsIn, replacedIn, type Repeats } from '../notification/read-notification.ts';

const endorsements = 'https://fhir.nhs.uk/CodeSystem/medicationdispense-endorsement';
/** NHS Business Services Authority, and NHS Wales Shared Services. */
const payors = ['T1450', 'RQFZ1'];

export interface DispenseClaim {
  readonly id: string;
  /** The claim that it takes the place of. */
  readonly replaces?: string;
  readonly prescription: string;
  readonly nhsNumber: string | undefined;
  readonly dispenser: string;
  readonly repeats?: Repeats;
  /** Ids of the items that it is for. */
  readonly items: readonly { readonly item: string; readonly at: string }[];
}

export function readClaim(claim: Json | undefined): DispenseClaim | readonly MessageIssue[] {
  if (!isObject(claim)) return [];
  const prescription = prescriptionOf(claim);
  const dispenser = providerOf(claim);
  const details = detailsOf(claim);
  const faults = [
    ...insuranceFaults(claim),
    ...containedIn({ resource: claim, at: 'Claim' }).flatMap(telecomFaults),
    ...(prescription === undefined ? [missingField('Claim.prescription.extension.valueIdentifier', 'Claim.prescription')] : []),
    ...(dispenser === undefined ? [missingField('Claim.provider', 'Claim.provider')] : []),
    ...(details.length === 0 ? [missingField('Claim.item.detail', 'Claim.item')] : []),
    ...details.flatMap(({ detail, at }) => [
      ...(endorsedIn(detail) ? [] : [wrongValue('The claim is missing the required endorsement code.', `${at}.programCode`)]),
      ...(itemOf(detail) === undefined ? [missingField('Claim.item.detail.extension.valueReference', `${at}.extension`)] : []),
    ]),
  ];
  if (faults.length > 0 || prescription === undefined || dispenser === undefined) return faults;
  const replaces = replacedIn(claim);
  const repeats = repeatsIn(elementAt(claim, 'item'));
  return {
    id: (identifierIn(claim) ?? '').toLowerCase(),
    ...(replaces !== undefined && { replaces }),
    prescription: prescription.toUpperCase(),
    nhsNumber: stringAt(claim, 'patient', 'identifier', 'value'),
    dispenser: dispenser.toUpperCase(),
    ...(repeats && { repeats }),
    items: details.map(({ detail, at }) => ({ item: (itemOf(detail) ?? '').toLowerCase(), at })),
  };
}

function insuranceFaults(claim: JsonObject): readonly MessageIssue[] {
  const insurance = isArray(claim['insurance']) ? claim['insurance'] : [];
  if (insurance.length !== 1) return [wrongValue(`Expected exactly one Claim.insurance. Received ${insurance.length}.`, 'Claim.insurance')];
  const payor = stringAt(insurance[0], 'coverage', 'identifier', 'value');
  if (payors.some((one) => one === payor)) return [];
  return [
    wrongValue(
      `Claim.insurance.coverage.identifier.value must be one of: ${payors.map((one) => `'${one}'`).join(', ')}.`,
      'Claim.insurance[0].coverage.identifier.value',
    ),
  ];
}

function detailsOf(claim: JsonObject): readonly { readonly detail: Json; readonly at: string }[] {
  const items = isArray(claim['item']) ? claim['item'] : [];
  return items.flatMap((item, n) => {
    const details = isObject(item) && isArray(item['detail']) ? item['detail'] : [];
    return details.map((detail, k) => ({ detail, at: `Claim.item[${n}].detail[${k}]` }));
  });
}

/** For the item as a whole, or for each product. */
function endorsedIn(detail: Json): boolean {
  const parts = isObject(detail) ? [detail, ...eachOf(detail['subDetail'])] : [];
  return parts.some((part) => isObject(part) && codeIn(part['programCode'], endorsements) !== undefined);
}

const itemOf = (detail: Json): string | undefined =>
  stringAt(extensionIn(detail, 'ClaimMedicationRequestReference'), 'valueReference', 'identifier', 'value');

function prescriptionOf(claim: JsonObject): string | undefined {
  const group = extensionIn(elementAt(claim, 'prescription'), 'GroupIdentifier');
  const short = eachOf(group?.['extension']).find((one) => stringAt(one, 'url') === 'shortForm');
  return stringAt(short, 'valueIdentifier', 'value');
}

/** The organisation of the role that claims; that which is to be paid, where the role names none. */
function providerOf(claim: JsonObject): string | undefined {
  const contained = containedIn({ resource: claim, at: 'Claim' });
  const named = (reference: Json | undefined): Json | undefined => {
    const address = elementAt(reference, 'reference');
    return contained.find(({ resource }) => `#${String(resource['id'])}` === address)?.resource;
  };
  const role = named(claim['provider']);
  const organisation = named(elementAt(role, 'organization')) ?? named(elementAt(claim, 'payee', 'party'));
  return identifierIn(organisation, system.ods) ?? identifierIn(ofType(contained, 'Organization')[0]?.resource, system.ods);
}
