/** The people related to a patient: two patients have some, and whether any other exists is not asked, save for one number. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import { isObject } from '../../../src/contract/json.ts';
import { valueAt } from '../../../src/contract/json-pointer.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { extensionUrl, productionBase, system } from '../record/systems.ts';
import { preferences } from './people/jane.ts';
import { asFound, jane } from './people/people.ts';
import { said, searchset, type Said } from './said.ts';

interface Relative {
  readonly id: string;
  /** The number that they say their patient has, which is not always the one that was asked for. */
  readonly of: string;
  /** They have Jane Smith's name, telephone and address. */
  readonly likeJane?: true;
}

const relatives: Readonly<Record<string, readonly Relative[]>> = {
  '9000000009': [
    { id: '507B7621', of: '9000000009', likeJane: true },
    { id: 'B3380E98', of: '9000000009' },
  ],
  '9000000017': [{ id: 'F4CF8B96', of: '5328023641', likeJane: true }],
};

const nobody = '9111231130';

export function relatedPeople(call: AnyCall): Said<200> | Problem {
  const nhsNumber = call.path['id'] ?? '';
  if (nhsNumber === nobody) return spine('RESOURCE_NOT_FOUND');
  const known = Object.hasOwn(relatives, nhsNumber) ? (relatives[nhsNumber] ?? []) : [];
  const entry = known.map((relative) => ({
    fullUrl: `${productionBase}/Patient/${nhsNumber}/RelatedPerson/${relative.id}`,
    resource: relatedPerson(relative),
  }));
  return said(200, searchset(call, entry));
}

function relatedPerson({ id, of, likeJane }: Relative): JsonObject {
  return {
    resourceType: 'RelatedPerson',
    id,
    patient: { identifier: { system: system.nhsNumber, value: of } },
    active: true,
    period: { start: '2020-01-01', end: '2021-12-31' },
    relationship: [{ coding: [{ system: system.additionalRole, code: 'Guardian', display: 'Guardian of patient' }] }],
    extension: [
      { url: extensionUrl.copyCorrespondence, valueBoolean: true },
      { url: extensionUrl.contactRank, valuePositiveInt: 1 },
      preferences.contact,
      preferences.communication,
    ],
    ...(likeJane && janesFirst('name', 'telecom', 'address')),
  };
}

function janesFirst(...members: readonly string[]): JsonObject {
  const patient = asFound(jane);
  return Object.fromEntries(members.map((member) => [member, [withoutId(valueAt(patient, [member, '0']))]]));
}

function withoutId(value: Json | undefined): JsonObject {
  const { id: _id, ...rest } = isObject(value) ? value : {};
  return rest;
}
