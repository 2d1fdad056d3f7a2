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
  'temporary-address': { name: 'Temporary address', means: 'lives somewhere else for some time, and the record says what the place is' },
  'billing-address': { name: 'Billing address', means: 'letters about payment go to another address' },
  'work-address': { name: 'Work address', means: 'a place of work, a use of addresses that is no longer given' },
  'no-postcode': { name: 'No postcode', means: 'the home address was written by hand: it has no postcode and no keys' },
  'former-address-not-ended': { name: 'Former address not ended', means: 'a home that was left goes on as if it had not been' },
  capitals: { name: 'In capitals', means: 'names and addresses are written in capitals' },
  'work-phone': { name: 'Work telephone', means: 'has a telephone number at work' },
  'temporary-phone': { name: 'Temporary telephone', means: 'has a telephone number at a temporary address' },
  fax: { name: 'Fax', means: 'has a fax number' },
  textphone: { name: 'Textphone', means: 'has a textphone, a means of contact of another kind' },
  'gender-other': { name: 'Gender other', means: 'the gender on record is other: searches for women or men do not find them' },
  'gender-unknown': { name: 'Gender unknown', means: 'the gender on record is unknown: searches for women or men do not find them' },
  'name-variant': { name: 'Name once written wrong', means: 'a former name is this one misspelt, in another order or without its accents' },
  'born-on-1-january': { name: 'Born on 1 January', means: 'often stands for a day of birth that nobody knows' },
  'managing-organisation': { name: 'Managing organisation', means: 'the record names the organisation that manages it' },
  'dispensing-practice': { name: 'Dispensing practice', means: 'the practice dispenses medicines to them itself' },
  'appliance-supplier': { name: 'Appliance supplier', means: 'has nominated a contractor for appliances' },
};

export const traitNames = Object.keys(traitWords) as readonly TraitName[]; // its own members
