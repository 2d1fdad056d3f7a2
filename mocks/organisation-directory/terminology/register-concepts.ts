/** The register seen as lists of concepts: what organisations held and stated, who came after whom, where they lie, who works there. */
import type { OrganisationRelationship, RegisterPeriods } from '../../../src/organisation-register.ts';
import type { Population } from '../../../src/population.ts';
import { relationshipNames, roleNames } from '../code-lists.ts';
import type { Directory } from '../directory.ts';
import { systems } from '../systems.ts';
import { codeValue, codingValue, dateValue, flag, type ConceptTold, type PropertyValue } from './concept.ts';

/** The directory of a night, and the population of that night. */
export interface Night {
  readonly directory: Directory;
  readonly population: Population;
}

interface Held extends RegisterPeriods {
  readonly id: string;
  readonly isActive: boolean;
}

const instance = ({ id, isActive }: Held) => ({ code: id, ...(!isActive && { isInactive: true as const }) });

function history({ isActive, operational, legal }: Held): readonly PropertyValue[] {
  return [
    codeValue('status', isActive ? 'active' : 'inactive'),
    flag('inactive', !isActive),
    dateValue('opStartDate', operational.start),
    ...(operational.end === undefined ? [] : [dateValue('opEndDate', operational.end)]),
    ...(legal ? [dateValue('legStartDate', legal.start)] : []),
    ...(legal?.end === undefined ? [] : [dateValue('legEndDate', legal.end)]),
  ];
}

export function roleConcepts({ organisations }: Directory): readonly ConceptTold[] {
  return organisations().flatMap(({ code, entry }) =>
    entry.roles.map((role) => ({
      ...instance(role),
      display: `${code} ${roleNames.get(role.code) ?? role.code}`,
      properties: [...history(role), codeValue('organisation', code), codingValue('role', systems.role, role.code)],
    })),
  );
}

export function relationshipConcept(relationship: OrganisationRelationship): ConceptTold {
  const { from, to, code } = relationship;
  return {
    ...instance(relationship),
    display: `${from} ${relationshipNames.get(code) ?? code} ${to}`,
    properties: [
      ...history(relationship),
      codeValue('organisation', from),
      codeValue('target', to),
      codingValue('relationship', systems.relationship, code),
    ],
  };
}

/** Each once, though both ends know of it: with the number that whoever gave way has it by, where that one says so. */
export function successionConcepts({ organisations }: Directory): Iterable<ConceptTold> {
  const found = new Map<string, ConceptTold>();
  for (const { code, entry } of organisations()) {
    for (const { id, kind, other, on } of entry.successions) {
      const [predecessor, successor] = kind === 'successor' ? [code, other] : [other, code];
      const pair = `${predecessor} SUCCEEDED BY ${successor}`;
      if (kind === 'predecessor' && found.has(pair)) continue;
      const properties = [codeValue('predecessor', predecessor), codeValue('successor', successor), dateValue('effectiveDate', on)];
      found.set(pair, { code: id, display: pair, properties });
    }
  }
  return found.values();
}

/** Those that are organisations of the register are called as they are there; of the others it has no more than the code. */
export function geographyConcepts({ organisations, organisation }: Directory): readonly ConceptTold[] {
  const codes = new Set<string>();
  for (const { entry } of organisations()) for (const code of Object.values<string>({ ...entry.geography })) codes.add(code);
  return [...codes].sort().map((code) => ({ code, display: organisation(code)?.name.text ?? code, properties: [] }));
}

/** Of organisations: the register's postcode file has no others here. */
export function postcodeConcepts({ organisations }: Directory): Iterable<ConceptTold> {
  const found = new Map<string, ConceptTold>();
  for (const { postcode, entry } of organisations()) {
    const { geography } = entry;
    if (geography === undefined || postcode.text === '') continue;
    const { icb, localAuthority, lsoa, region, subIcb } = geography;
    const areas = { ICB: icb, LA: localAuthority, LSOA11: lsoa, NHSER: region, PCO: subIcb };
    const properties = Object.entries(areas).map(([property, code]) => codingValue(property, systems.geography, code));
    found.set(postcode.text, { code: postcode.text, display: postcode.text, properties });
  }
  return found.values();
}

/** General practitioners of the practices: a G and seven digits, those of the user id at Spine. The first is the documentation's. */
export function* practitionerConcepts({ population }: Night): Generator<ConceptTold> {
  yield practitionerConcept('G7112418', 'TREVELYAN ROBIN', 'G81086');
  for (const { ods } of population.organisations('gp-practice'))
    for (const { sdsUserId, family, given } of population.practitioners(ods))
      yield practitionerConcept(`G${sdsUserId.slice(-7)}`, `${family} ${given}`.toUpperCase(), ods);
}

const practitionerConcept = (code: string, display: string, practice: string): ConceptTold => ({
  code,
  display,
  properties: [
    codeValue('status', 'active'),
    codeValue('type', 'PGP'),
    codingValue('role', systems.practitionerRole, 'PGP1'),
    codeValue('ME1', practice),
  ],
});
