/** The code systems of the terminology server: lists of the service's own, and the register seen as lists. */
import type { Population } from '../../../src/population.ts';
import type { OrganisationRelationship, RegisterPeriods } from '../../../src/organisation-register.ts';
import { practitionerRoleNames, primaryRoles, recordClassNames, relationshipNames, roleNames } from '../code-lists.ts';
import type { Directory } from '../directory.ts';
import { systems } from '../systems.ts';
import { codeValue, codingValue, dateValue, flag, type ConceptTold, type PropertyType, type PropertyValue } from './concept.ts';
import { organisationConcept, organisationProperties } from './organisation-concepts.ts';

export interface CodeSystemTold {
  readonly url: string;
  /** As in `ODSOrganisationRole`: what stands after the last slash. */
  readonly name: string;
  readonly title: string;
  readonly properties: readonly (readonly [code: string, type: PropertyType])[];
  /** Of the real one there are more than fifty thousand: it is never listed whole. */
  readonly isLarge?: true;
  readonly concepts: (night: Night) => Iterable<ConceptTold>;
  /** One of them, where it is found without looking through all. */
  readonly concept?: (night: Night, code: string) => ConceptTold | undefined;
}

/** The directory of a night, and the population of that night. */
export interface Night {
  readonly directory: Directory;
  readonly population: Population;
}

type Draft = Omit<CodeSystemTold, 'name'>;
type Properties = CodeSystemTold['properties'];

const named = (names: ReadonlyMap<string, string>, properties: (code: string) => readonly PropertyValue[] = () => []) => ({
  properties: [],
  concepts: () => [...names].map(([code, display]): ConceptTold => ({ code, display, properties: properties(code) })),
});

const pairs = (...codes: readonly string[]): ReadonlyMap<string, string> => new Map(codes.map((code) => [code, code]));

const instanceProperties: Properties = [
  ['status', 'code'],
  ['inactive', 'boolean'],
  ['organisation', 'code'],
  ['target', 'code'],
  ['role', 'Coding'],
  ['relationship', 'Coding'],
  ['opStartDate', 'dateTime'],
  ['opEndDate', 'dateTime'],
  ['legStartDate', 'dateTime'],
  ['legEndDate', 'dateTime'],
];

const drafts: readonly Draft[] = [
  {
    url: systems.organisation,
    title: 'ODS Organisation',
    isLarge: true,
    properties: organisationProperties,
    concepts: ({ directory }) => directory.organisations().map((listed) => organisationConcept(directory, listed)),
    concept: ({ directory }, code) => {
      const listed = directory.organisation(code);
      return listed && organisationConcept(directory, listed);
    },
  },
  {
    url: systems.role,
    title: 'ODS Organisation Role',
    ...named(roleNames, (code) => [flag('primaryRole', primaryRoles.has(code))]),
    properties: [['primaryRole', 'boolean']],
  },
  { url: systems.relationship, title: 'ODS Relationship', ...named(relationshipNames) },
  { url: systems.recordClass, title: 'ODS Record Class', ...named(recordClassNames) },
  { url: systems.recordUse, title: 'ODS Record Use Type', ...named(pairs('Full', 'RefOnly')) },
  { url: systems.periodType, title: 'Period Type', ...named(pairs('Legal', 'Operational')) },
  { url: systems.dateType, title: 'ODS Date Time', ...named(new Map([['LastChangeDate', 'Last Change Date']])) },
  { url: systems.practitionerRole, title: 'Practitioner Role', ...named(practitionerRoleNames) },
  {
    url: systems.roleInstance,
    title: 'Organization Role Instance',
    isLarge: true,
    properties: instanceProperties.filter(([code]) => code !== 'target' && code !== 'relationship'),
    concepts: ({ directory }) =>
      directory.organisations().flatMap(({ code, entry }) =>
        entry.roles.map((role) => ({
          ...instance(role),
          display: `${code} ${roleNames.get(role.code) ?? role.code}`,
          properties: [...history(role), codeValue('organisation', code), codingValue('role', systems.role, role.code)],
        })),
      ),
  },
  {
    url: systems.relationshipInstance,
    title: 'Organization Relationship Instance',
    isLarge: true,
    properties: instanceProperties.filter(([code]) => code !== 'role'),
    concepts: ({ directory }) => directory.relationships().map(relationshipConcept),
    concept: ({ directory }, code) => {
      const relationship = directory.relationship(code);
      return relationship && relationshipConcept(relationship);
    },
  },
  {
    url: systems.succession,
    title: 'Succession',
    properties: [
      ['predecessor', 'code'],
      ['successor', 'code'],
      ['effectiveDate', 'dateTime'],
    ],
    concepts: ({ directory }) => successionConcepts(directory),
  },
  {
    url: systems.geography,
    title: 'Geography Name',
    properties: [],
    concepts: ({ directory }) => geographyConcepts(directory),
  },
  {
    url: systems.postcode,
    title: 'Postcode',
    isLarge: true,
    properties: [
      ['ICB', 'Coding'],
      ['LA', 'Coding'],
      ['LSOA11', 'Coding'],
      ['NHSER', 'Coding'],
      ['PCO', 'Coding'],
    ],
    concepts: ({ directory }) => postcodeConcepts(directory),
  },
  {
    url: systems.practitioner,
    title: 'Practitioner',
    isLarge: true,
    properties: [
      ['status', 'code'],
      ['type', 'code'],
      ['role', 'Coding'],
      ['ME1', 'code'],
    ],
    concepts: practitionerConcepts,
  },
  { url: systems.practitionerRelationship, title: 'Practitioner Relationship Instance', isLarge: true, properties: [], concepts: () => [] },
  { url: systems.practitionerAttribute, title: 'Practitioner Additional Attribute', isLarge: true, properties: [], concepts: () => [] },
];

export const codeSystems: ReadonlyMap<string, CodeSystemTold> = new Map(
  drafts.map((draft) => [draft.url, { ...draft, name: draft.url.slice(draft.url.lastIndexOf('/') + 1) }]),
);

export function conceptOf(system: CodeSystemTold, night: Night, code: string): ConceptTold | undefined {
  if (system.concept) return system.concept(night, code);
  for (const concept of system.concepts(night)) if (concept.code === code) return concept;
  return undefined;
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

function relationshipConcept(relationship: OrganisationRelationship): ConceptTold {
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
function successionConcepts({ organisations }: Directory): Iterable<ConceptTold> {
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
function geographyConcepts({ organisations, organisation }: Directory): readonly ConceptTold[] {
  const codes = new Set<string>();
  for (const { entry } of organisations()) for (const code of Object.values<string>({ ...entry.geography })) codes.add(code);
  return [...codes].sort().map((code) => ({ code, display: organisation(code)?.name.text ?? code, properties: [] }));
}

/** Of organisations: the register's postcode file has no others here. */
function postcodeConcepts({ organisations }: Directory): Iterable<ConceptTold> {
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

/** General practitioners of the practices: a G and seven digits, those of the user id at Spine. */
function* practitionerConcepts({ population }: Night): Generator<ConceptTold> {
  for (const { ods } of population.organisations('gp-practice')) {
    for (const { sdsUserId, family, given } of population.practitioners(ods)) {
      yield {
        code: `G${sdsUserId.slice(-7)}`,
        display: `${family.toUpperCase()} ${given.toUpperCase()}`,
        properties: [
          codeValue('status', 'active'),
          codeValue('type', 'PGP'),
          codingValue('role', systems.practitionerRole, 'PGP1'),
          codeValue('ME1', ods),
        ],
      };
    }
  }
}
