/** What can be awkward about a record, in words for whoever has never met it. */
import type { components } from '../../generated/sandbox-control.types.ts';

export type TraitName = components['schemas']['Trait'];

export const traitWords: Readonly<Record<TraitName, { readonly name: string; readonly means: string }>> = {
  restricted: { name: 'Restricted', means: 'the location is withheld: APIs leave out address, telephone and practice' },
  superseded: { name: 'Superseded', means: 'a duplicate: asking for this number gives the record that replaced it' },
  invalidated: { name: 'Invalidated', means: 'the record was withdrawn: APIs do not give it' },
  minimal: { name: 'Minimal', means: 'nothing but the number is known' },
  'deceased-informal': { name: 'Died, not yet confirmed', means: 'a death that was told but not registered' },
  'deceased-formal': { name: 'Died', means: 'a death that is registered' },
  'no-address': { name: 'No address', means: 'no address is known' },
  'no-fixed-abode': { name: 'No fixed abode', means: 'the postcode ZZ99 3VZ stands for having no home' },
  'no-practice': { name: 'No practice', means: 'registered with no GP practice' },
  'no-telecom': { name: 'No contact details', means: 'neither telephone nor email is known' },
  interpreter: { name: 'Needs an interpreter', means: 'prefers another language than English' },
  'one-name': { name: 'One name only', means: 'has no given name' },
  'newborn-without-name': { name: 'Newborn without a name', means: 'a baby whose given name is not registered yet' },
  'changed-name': { name: 'Changed name', means: 'has a former name on record' },
};

export const traitNames = Object.keys(traitWords) as readonly TraitName[]; // its own members
