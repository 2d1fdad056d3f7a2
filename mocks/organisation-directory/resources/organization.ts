/** An organisation or a site as the directory writes it: its roles and the day of its last change are extensions, names are in capitals. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { HeldRole } from '../../../src/organisation-register.ts';
import { recordClassNames, roleNames } from '../code-lists.ts';
import type { Directory, Listed } from '../directory.ts';
import { versionOf } from '../nights.ts';
import { extensions, systems } from '../systems.ts';
import { metaOfCopy } from './copy.ts';
import { coded, typedPeriods, type Schemas } from './typed-period.ts';

export function organizationOf(call: AnyCall, directory: Directory, listed: Listed): Schemas['Organization'] {
  const { entry, code, name } = listed;
  const { recordClass, isReferenceOnly, isActive, lastChanged, assigner, roles } = entry;
  const use = isReferenceOnly ? 'RefOnly' : 'Full';
  return {
    resourceType: 'Organization',
    id: code,
    meta: metaOfCopy(call, directory, { type: 'Organization', id: code, version: versionOf(entry), changed: lastChanged }),
    extension: [...roles.map(roleExtension), ...typedPeriods(entry), changeDate(lastChanged)],
    identifier: [{ use: 'official', system: systems.organisation, value: code, assigner: { display: assigner } }],
    active: isActive,
    type: [coded(systems.recordUse, use, use), coded(systems.recordClass, recordClass, recordClassNames.get(recordClass))],
    name: name.text,
    ...telecomOf(listed),
    ...addressOf(listed),
  };
}

function roleExtension(role: HeldRole): Schemas['OrganisationRole'] {
  return {
    url: extensions.role,
    extension: [
      { url: 'instanceID', valueInteger: Number(role.id) },
      { url: 'roleCode', valueCodeableConcept: coded(systems.role, role.code, roleNames.get(role.code)) },
      ...typedPeriods(role),
      { url: 'active', valueBoolean: role.isActive },
    ],
  };
}

function changeDate(day: string): Schemas['ChangeDate'] {
  return {
    url: extensions.date,
    extension: [
      { url: 'type', valueCoding: { system: systems.dateType, code: 'LastChangeDate', display: 'Last Change Date' } },
      { url: 'dateTime', valueDateTime: day },
    ],
  };
}

/** The skeleton of an archived record has none. */
function telecomOf({ entry }: Listed): Pick<Schemas['Organization'], 'telecom'> {
  const { phone } = entry.organisation;
  if (entry.isReferenceOnly) return {};
  const { website } = entry;
  const telecom = [
    ...(phone === '' ? [] : [{ system: 'phone' as const, value: phone }]),
    ...(website === undefined ? [] : [{ system: 'url' as const, value: website.toUpperCase() }]),
  ];
  return telecom.length === 0 ? {} : { telecom };
}

function addressOf({ entry, lines, town, county, postcode, country }: Listed): Pick<Schemas['Organization'], 'address'> {
  const { uprn } = entry.organisation.address;
  if (postcode.text === '') return {};
  return {
    address: [
      {
        ...(uprn !== undefined && { extension: [addressKey(uprn)] }),
        ...(lines.length > 0 && { line: lines.map(({ text }) => text) }),
        ...(town.text !== '' && { city: town.text }),
        ...(county.text !== '' && { district: county.text }),
        postalCode: postcode.text,
        country: country.text,
      },
    ],
  };
}

function addressKey(uprn: string): Schemas['AddressKey'] {
  return {
    url: extensions.addressKey,
    extension: [
      { url: 'type', valueCodeableConcept: coded(systems.addressKeyType, 'UPRN', 'Unique Property Reference Number') },
      { url: 'value', valueString: uprn },
    ],
  };
}
