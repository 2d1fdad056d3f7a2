/** Evidence from the `system` beside a value: an identifier's or a coding's namespace says exactly what its value is. */
import { entityOf } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Role, roleOf } from '../roles/roles.ts';

const WEIGHT = 0.95;

const SYSTEMS: readonly (readonly [RegExp, Role])[] = [
  [/\/Id\/nhs-number$/i, 'patient.nhsNumber'],
  [/\/Id\/ods-(organi[sz]ation|site)-code$|\/Id\/ods-code$/i, 'organisation.odsCode'],
  [/\/Id\/sds-user-id$/i, 'practitioner.sdsUserId'],
  [/\/Id\/sds-role-profile-id$/i, 'practitioner.roleProfileId'],
  [/\/Id\/prescription-order-number$/i, 'prescription.shortId'],
  [/\/Id\/(prescription|prescription-(order|dispense)-item-number)$/i, 'uuid'],
  [/\bubrn$/i, 'referral.ubrn'],
  [/\/Id\/nhsSpineASID$/i, 'spine.asid'],
  [/\/Id\/nhsMhsPartyKey$/i, 'spine.partyKey'],
  [/^urn:ietf:rfc:3986$/, 'uuid'],
];

/** What a telecom's `system` makes of its `value`. */
const TELECOM: Readonly<Record<string, string>> = {
  phone: 'phone',
  fax: 'phone',
  sms: 'phone',
  pager: 'phone',
  other: 'phone',
  email: 'email',
};

export function bySystem(leaf: Leaf): readonly Candidate[] {
  const system = leaf.siblings['system'];
  if (typeof system !== 'string') return NOTHING;
  if (leaf.name === 'code') return [{ role: system === 'http://snomed.info/sct' ? 'code.snomed' : 'code', weight: WEIGHT }];
  if (leaf.name !== 'value') return NOTHING;
  const field = Object.hasOwn(TELECOM, system) ? TELECOM[system] : undefined;
  if (field) {
    const role = roleOf(entityOf(leaf) ?? 'patient', field);
    return role ? [{ role, weight: WEIGHT }] : NOTHING;
  }
  if (system === 'url') return [{ role: 'url', weight: WEIGHT }];
  const known = roleOfSystem(system);
  return [{ role: known ? ofThisEntity(leaf, known) : 'opaqueId', weight: known ? WEIGHT : 0.6 }];
}

/** What the values of an identifier system are. */
export function roleOfSystem(system: string): Role | undefined {
  return SYSTEMS.find(([pattern]) => pattern.test(system))?.[1];
}

/** A relative has an NHS number of their own, and a pharmacy an ODS code. */
function ofThisEntity(leaf: Leaf, role: Role): Role {
  const entity = entityOf(leaf);
  if (role === 'patient.nhsNumber') return entity === 'relatedPerson' ? 'relatedPerson.nhsNumber' : role;
  if (role === 'organisation.odsCode') return entity === 'pharmacy' ? 'pharmacy.odsCode' : role;
  return role;
}
