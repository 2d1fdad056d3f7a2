/** A relationship as the directory writes it, from the organisation that states it to the other. One that has ended stays, and is not active. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { OrganisationRelationship } from '../../../src/organisation-register.ts';
import type { IsoDate } from '../../../src/population.ts';
import { relationshipNames } from '../code-lists.ts';
import type { Directory } from '../directory.ts';
import { changesOf } from '../nights.ts';
import { systems } from '../systems.ts';
import { metaOfCopy } from './copy.ts';
import { coded, typedPeriods, type Schemas } from './typed-period.ts';

export function affiliationOf(
  call: AnyCall,
  directory: Directory,
  relationship: OrganisationRelationship,
): Schemas['OrganizationAffiliation'] {
  const { id, code, from, to, isActive, operational } = relationship;
  const changes = changesUntil(relationship, directory.night);
  return {
    resourceType: 'OrganizationAffiliation',
    id,
    meta: metaOfCopy(call, directory, {
      type: 'OrganizationAffiliation',
      id,
      version: String(changes.length),
      changed: changes.at(-1) ?? operational.start,
    }),
    extension: [...typedPeriods(relationship)],
    identifier: [{ system: systems.relationshipInstance, value: id }],
    active: isActive,
    period: { start: operational.start, ...(operational.end !== undefined && { end: operational.end }) },
    organization: referenceTo(from),
    participatingOrganization: referenceTo(to),
    code: [coded(systems.relationship, code, relationshipNames.get(code))],
  };
}

/** Earliest first. */
export function changesUntil(relationship: OrganisationRelationship, night: IsoDate): readonly IsoDate[] {
  return [...new Set(changesOf(relationship))].filter((day) => day <= night).sort();
}

function referenceTo(code: string): Schemas['OrganizationReference'] {
  return { reference: `Organization/${code}`, identifier: { system: systems.organisation, value: code } };
}
