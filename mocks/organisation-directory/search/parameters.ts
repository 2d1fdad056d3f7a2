/** What the store finds organisations and relationships by. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { HeldRole, OrganisationRelationship } from '../../../src/organisation-register.ts';
import type { Directory, Listed } from '../directory.ts';
import { metaOfCopy, type CopyOf } from '../resources/copy.ts';
import { changesUntil } from '../resources/affiliation.ts';
import { refreshedAt, versionOf } from '../nights.ts';
import { profiles, systems } from '../systems.ts';
import type { SearchParameter, SearchParameters, Token } from './criteria.ts';

/** Nothing in the directory has any of these. */
const notHeld = { kind: 'token', of: () => [] } as const satisfies SearchParameter<unknown>;

const text = (of: Extract<SearchParameter<Listed>, { kind: 'text' }>['of']): SearchParameter<Listed> => ({
  kind: 'text',
  of: (listed) => of(listed).filter((told) => told.text !== ''),
});
const roles =
  (isOne: (role: HeldRole) => boolean) =>
  ({ entry }: Listed): readonly Token[] =>
    entry.roles.filter(isOne).map(({ code }) => ({ system: systems.role, code }));

/** A reference is sent as a code, after its type, or after the system of the codes. */
const reference = (code: string): readonly Token[] => [
  { system: systems.organisation, code },
  { system: systems.organisation, code: `Organization/${code}` },
];

export function organisationParameters(call: AnyCall, directory: Directory): SearchParameters<Listed> {
  const copy = ({ code, entry }: Listed): CopyOf => ({
    type: 'Organization',
    id: code,
    version: versionOf(entry),
    changed: entry.lastChanged,
  });
  const identifier: SearchParameter<Listed> = { kind: 'token', of: ({ code }) => [{ system: systems.organisation, code }] };
  return {
    _id: { kind: 'token', of: ({ code }) => [{ code }] },
    identifier,
    name: text(({ name }) => [name]),
    phonetic: text(({ name }) => [name]),
    active: { kind: 'token', of: ({ entry }) => [{ code: String(entry.isActive) }] },
    'address-postalcode': text(({ postcode }) => [postcode]),
    'address-city': text(({ town }) => [town]),
    'address-country': text(({ country }) => [country]),
    address: text(({ lines, town, county, postcode, country }) => [...lines, town, county, postcode, country]),
    'address-state': notHeld,
    'address-use': notHeld,
    endpoint: notHeld,
    partof: notHeld,
    type: {
      kind: 'token',
      of: ({ entry }) => [
        { system: systems.recordUse, code: entry.isReferenceOnly ? 'RefOnly' : 'Full' },
        { system: systems.recordClass, code: entry.recordClass },
      ],
    },
    roleCode: { kind: 'token', of: roles(() => true) },
    activeRoleCode: { kind: 'token', of: roles(({ isActive }) => isActive) },
    lastChangeDate: { kind: 'date', of: ({ entry }) => [entry.lastChanged] },
    _lastUpdated: { kind: 'date', of: ({ code, entry }) => [refreshedAt(entry.lastChanged, directory.night, code)] },
    _profile: { kind: 'token', of: () => profiles.Organization.map((code) => ({ code })) },
    _source: { kind: 'token', of: (listed) => [{ code: metaOfCopy(call, directory, copy(listed)).source ?? '' }] },
    _tag: notHeld,
    _security: notHeld,
    _content: { kind: 'whole text' },
    _text: { kind: 'whole text' },
  };
}

export function relationshipParameters({ night }: Directory): SearchParameters<OrganisationRelationship> {
  const primary: SearchParameter<OrganisationRelationship> = { kind: 'token', of: ({ from }) => reference(from) };
  return {
    _id: { kind: 'token', of: ({ id }) => [{ code: id }] },
    identifier: { kind: 'token', of: ({ id }) => [{ system: systems.relationshipInstance, code: id }] },
    active: { kind: 'token', of: ({ isActive }) => [{ code: String(isActive) }] },
    'primary-organization': primary,
    // As the first draft of the contract spells it.
    'primary-organisation': primary,
    'participating-organization': { kind: 'token', of: ({ to }) => reference(to) },
    role: { kind: 'token', of: ({ code }) => [{ system: systems.relationship, code }] },
    _lastUpdated: {
      kind: 'date',
      of: (relationship) => {
        const changed = changesUntil(relationship, night).at(-1) ?? relationship.operational.start;
        return [refreshedAt(changed, night, relationship.id)];
      },
    },
  };
}
