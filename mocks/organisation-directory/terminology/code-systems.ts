/** The code systems of the terminology server: lists of the service's own, and the register seen as lists. */
import { practitionerRoleNames, primaryRoles, recordClassNames, relationshipNames, roleNames } from '../code-lists.ts';
import { systems } from '../systems.ts';
import { flag, type ConceptTold, type PropertyType, type PropertyValue } from './concept.ts';
import { organisationConcept, organisationProperties } from './organisation-concepts.ts';
import {
  geographyConcepts,
  postcodeConcepts,
  practitionerConcepts,
  relationshipConcept,
  roleConcepts,
  successionConcepts,
  type Night,
} from './register-concepts.ts';

export interface CodeSystemTold {
  readonly url: string;
  /** As in `ODSOrganisationRole`: what stands after the last slash. */
  readonly name: string;
  readonly title: string;
  readonly properties: readonly (readonly [code: string, type: PropertyType])[];
  /** Of the real one there are more than fifty thousand: it is never listed whole. */
  readonly isLarge?: true;
  readonly concepts: (night: Night) => Iterable<ConceptTold>;
  /** How many there are, where that is not to be found by making them all; undefined where it is not told. */
  readonly count?: (night: Night) => number | undefined;
  /** One of them, where it is found without looking through all. */
  readonly concept?: (night: Night, code: string) => ConceptTold | undefined;
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
    count: ({ directory }) => directory.organisations().length,
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
    concepts: ({ directory }) => roleConcepts(directory),
  },
  {
    url: systems.relationshipInstance,
    title: 'Organization Relationship Instance',
    isLarge: true,
    properties: instanceProperties.filter(([code]) => code !== 'role'),
    concepts: ({ directory }) => directory.relationships().map(relationshipConcept),
    count: ({ directory }) => directory.relationships().length,
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
    // Whoever lists the code systems is not to have all staff made.
    count: () => undefined,
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
