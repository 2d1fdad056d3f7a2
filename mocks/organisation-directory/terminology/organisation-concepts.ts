/** An organisation as a concept: more is told of it than in its record, above all what it gave way to and in which areas it lies. */
import type { Period } from '../../../src/population.ts';
import type { Directory, Listed } from '../directory.ts';
import { systems } from '../systems.ts';
import {
  codeValue,
  codingValue,
  dateValue,
  flag,
  stringValue,
  type ConceptTold,
  type PropertyType,
  type PropertyValue,
} from './concept.ts';

export function organisationConcept(directory: Directory, listed: Listed): ConceptTold {
  const { entry, code, name } = listed;
  return {
    code,
    display: name.text,
    ...(!entry.isActive && { isInactive: true }),
    properties: [
      codeValue('status', entry.isActive ? 'active' : 'inactive'),
      flag('inactive', !entry.isActive),
      stringValue('name', name.text),
      ...rolesTold(listed),
      ...relationshipsTold(directory, listed),
      ...dates('op', entry.operational),
      ...(entry.legal ? dates('leg', entry.legal) : []),
      dateValue('lastChangeDate', entry.lastChanged),
      ...placeTold(listed),
      stringValue('assigningAuth', entry.assigner),
      codingValue('orgRecordClass', systems.recordClass, entry.recordClass),
      flag('refOnly', entry.isReferenceOnly),
      ...entry.successions.map(({ kind, other }) => codeValue(kind, other)),
    ],
  };
}

/** All that one may have, whether it has it or not: what can be asked for and filtered by. */
export const organisationProperties: readonly (readonly [code: string, type: PropertyType])[] = [
  ...(['status', 'RE2', 'RE3', 'RE4', 'RE5', 'RE6', 'RE8', 'RE9', 'RE10', 'RE11', 'successor', 'predecessor'] as const).map(
    (code) => [code, 'code'] as const,
  ),
  ...(['inactive', 'refOnly'] as const).map((code) => [code, 'boolean'] as const),
  ...(
    ['name', 'address1', 'address2', 'address3', 'town', 'county', 'postcode', 'country', 'uprn', 'telephone', 'assigningAuth'] as const
  ).map((code) => [code, 'string'] as const),
  ...(['opStartDate', 'opEndDate', 'legStartDate', 'legEndDate', 'lastChangeDate'] as const).map((code) => [code, 'dateTime'] as const),
  ...(['role', 'primaryRole', 'orgRecordClass', 'ICB', 'NHSER', 'PCO', 'LA', 'LSOA11'] as const).map((code) => [code, 'Coding'] as const),
];

/** Of one that is open those that it holds, of one that has closed all that it held. */
function rolesTold({ entry }: Listed): readonly PropertyValue[] {
  const told = entry.roles.filter(({ isActive }) => isActive || !entry.isActive);
  return told.flatMap(({ code, isPrimary }) => [
    codingValue('role', systems.role, code),
    ...(isPrimary ? [codingValue('primaryRole', systems.role, code)] : []),
  ]);
}

/** Those that hold, each by its code with the other end as its value. */
function relationshipsTold(directory: Directory, { code }: Listed): readonly PropertyValue[] {
  return directory
    .stated(code)
    .filter(({ isActive }) => isActive)
    .map((relationship) => codeValue(relationship.code, relationship.to));
}

function dates(prefix: 'op' | 'leg', { start, end }: Period): readonly PropertyValue[] {
  return [dateValue(`${prefix}StartDate`, start), ...(end === undefined ? [] : [dateValue(`${prefix}EndDate`, end)])];
}

function placeTold({ entry, lines, town, county, postcode, country }: Listed): readonly PropertyValue[] {
  const { geography, organisation } = entry;
  const place = (property: string, code: string): PropertyValue => codingValue(property, systems.geography, code);
  return [
    ...lines.map(({ text }, n) => stringValue(`address${n + 1}`, text)),
    ...[
      stringValue('town', town.text),
      stringValue('county', county.text),
      stringValue('postcode', postcode.text),
      stringValue('country', country.text),
      stringValue('uprn', organisation.address.uprn ?? ''),
      stringValue('telephone', entry.isReferenceOnly ? '' : organisation.phone),
    ].filter(({ value }) => value !== ''),
    ...(geography
      ? [
          place('ICB', geography.icb),
          place('NHSER', geography.region),
          place('PCO', geography.subIcb),
          place('LA', geography.localAuthority),
          place('LSOA11', geography.lsoa),
        ]
      : []),
  ];
}
