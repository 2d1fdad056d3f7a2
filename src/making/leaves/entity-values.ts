/** What the people and organisations of an answer are called, where they live and how they are reached: the values of their roles. */
import type { Json } from '../../contract/contract.ts';
import type { Organisation, Person, Practitioner } from '../../population.ts';
import type { Role } from '../../meaning/roles/roles.ts';
import { spellDate } from './moments.ts';
import { spellGender, spellName, spellNhsNumber, spellOds, spellPhone, spellPostcode, spellText } from './spell.ts';
import type { Subject } from '../people/subject.ts';

/** Spellings of the value; none where the record has nothing to say (no address, withheld, still alive). */
export type Spellings = readonly Json[];

const NONE: Spellings = [];
const TOWN = /^(city|town|post_?town)$/i;

export interface LeafPlace {
  /** In the leaf's list: the second given name, the third address line. */
  readonly index: number;
  /** Names declared beside the leaf: where a town has a member of its own, it is no line of the address. */
  readonly beside: readonly string[];
  readonly today: string;
}

export function entityValue(subject: Subject, role: Role, place: LeafPlace): Spellings | undefined {
  const dot = role.indexOf('.');
  const field = role.slice(dot + 1);
  switch (role.slice(0, dot)) {
    case 'patient':
      return personValue(subject.person, field, place);
    case 'relatedPerson':
      return personValue(subject.relative, field, place);
    case 'practitioner':
      return practitionerValue(subject.practitioner, subject.practice, field, place.index);
    case 'organisation':
      return organisationValue(subject.practice, field, place);
    case 'pharmacy':
      return organisationValue(subject.pharmacy, field, place);
    default:
      return undefined;
  }
}

function personValue(person: Person, field: string, place: LeafPlace): Spellings {
  const name = person.names[0];
  const address = person.restricted ? undefined : (person.addresses.find(({ use }) => use === 'home') ?? person.addresses[0]);
  switch (field) {
    case 'nhsNumber':
      return spellNhsNumber(person.nhsNumber);
    case 'givenName':
      return text(name?.given[place.index]);
    case 'familyName':
      return text(name?.family);
    case 'fullName':
      return name ? spellName(name) : NONE;
    case 'namePrefix':
      return text(name?.prefix);
    case 'birthDate':
      return person.minimal ? NONE : spellDate(person.birthDate);
    case 'deathDate':
      return person.death ? spellDate(person.death.date) : NONE;
    case 'gender':
      return person.minimal ? NONE : spellGender(person.gender);
    case 'age':
      return person.minimal ? NONE : [ageOn(place.today, person.birthDate), String(ageOn(place.today, person.birthDate))];
    case 'phone':
    case 'email':
      return person.restricted ? NONE : telecomOf(person, field);
    default:
      return address ? addressValue(address, field, place) : NONE;
  }
}

function telecomOf(person: Person, system: 'phone' | 'email'): Spellings {
  const value = person.telecoms.find((telecom) => telecom.system === system)?.value;
  if (value === undefined) return NONE;
  return system === 'phone' ? spellPhone(value) : [value, `mailto:${value}`];
}

function addressValue(address: Organisation['address'], field: string, { index, beside }: LeafPlace): Spellings {
  const lines = address.lines.filter((line) => line !== '');
  // Up to five lines: building, street, locality, town, county; the town is the last but one where both are there.
  const town = address.lines[3] || lines.at(-1);
  switch (field) {
    case 'addressLine':
      return text(beside.some((name) => TOWN.test(name)) ? address.lines.slice(0, 3).filter((line) => line !== '')[index] : lines[index]);
    case 'town':
      return text(town);
    case 'county':
      return text(address.lines[4]);
    case 'postcode':
      return address.postcode === undefined ? NONE : spellPostcode(address.postcode);
    case 'address':
      return [[...lines, address.postcode ?? ''].filter((line) => line !== '').join(', ')];
    default:
      return NONE;
  }
}

function organisationValue(organisation: Organisation, field: string, place: LeafPlace): Spellings {
  switch (field) {
    case 'odsCode':
      return spellOds(organisation.ods);
    case 'name':
      return text(organisation.name);
    case 'phone':
      return spellPhone(organisation.phone);
    case 'email':
      return [`enquiries@${organisation.ods.toLowerCase()}.example`];
    default:
      return addressValue(organisation.address, field, place);
  }
}

function practitionerValue(practitioner: Practitioner, practice: Organisation, field: string, index: number): Spellings {
  const { given, family, prefix, gender, sdsUserId, roleProfileId } = practitioner;
  switch (field) {
    case 'sdsUserId':
      return [sdsUserId, Number(sdsUserId)];
    case 'roleProfileId':
      return [roleProfileId, Number(roleProfileId)];
    case 'givenName':
      return index === 0 ? text(given) : NONE;
    case 'familyName':
      return text(family);
    case 'fullName':
      return text(`${given} ${family}`);
    case 'namePrefix':
      return text(prefix);
    case 'gender':
      return spellGender(gender);
    case 'phone':
      return spellPhone(practice.phone);
    default:
      return [`${given}.${family}@${practice.ods}.example`.toLowerCase().replace(/[^a-z\d.@-]/g, '')];
  }
}

function text(value: string | undefined): Spellings {
  return value === undefined || value === '' ? NONE : spellText(value);
}

function ageOn(today: string, birthDate: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return Math.max(0, today.slice(5) < birthDate.slice(5) ? years - 1 : years);
}
