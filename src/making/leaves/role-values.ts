/** Values for a leaf whose role is known, in the spellings that its schema may ask for. */
import type { Json, JsonObject } from '../../contract/contract.ts';
import type { Bound } from '../../meaning/bound.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import type { Role } from '../../meaning/roles/roles.ts';
import { CONCEPTS, type Concept, SNOMED } from './concepts.ts';
import { entityValue, type Spellings } from './entity-values.ts';
import { digits, idLike, prescriptionId } from './identifiers.ts';
import { dateOf } from '../../fhir/instant.ts';
import { momentFor, spellDate, spellMoment } from './moments.ts';
import { codeFor } from './codes.ts';
import { flagFor, sentenceFor, titleFor } from './plain-words.ts';
import { type Chance, uuidOf } from '../seed.ts';
import { spellNhsNumber, spellNumber, spellOds } from './spell.ts';
import type { Subject } from '../people/subject.ts';
import { targetOf } from '../fhir/targets.ts';

/** What a value may depend on: who the answer is about, when, and where the leaf stands. */
export interface ValueSource {
  readonly subject: Subject;
  readonly bound: Bound;
  readonly now: number;
  readonly today: string;
  readonly chance: Chance;
  readonly name: string;
  readonly context: readonly string[];
  /** The leaf's place in its FHIR resource, type first: `Patient.name.given`; '' outside one. */
  readonly path: string;
  readonly siblings: JsonObject;
  /** Tells this leaf from every other leaf of the answer. */
  readonly label: string;
  /** Tells this leaf's object from the others: what stands in one object belongs together. */
  readonly object: string;
  readonly index: number;
  /** Names declared beside it. */
  readonly beside: readonly string[];
  readonly example?: Json;
}

export function roleValues(role: Role, source: ValueSource): Spellings {
  const asked = source.bound.byRole[role];
  const own = entityValue(source.subject, role, source) ?? otherValue(role, source);
  return asked === undefined || source.index > 0 ? own : [...respell(role, asked), ...own];
}

function respell(role: Role, value: string): Spellings {
  if (role.endsWith('nhsNumber')) return spellNhsNumber(value);
  if (role.endsWith('odsCode')) return spellOds(value);
  return role.endsWith('birthDate') ? spellDate(value) : [value];
}

function otherValue(role: Role, source: ValueSource): Spellings {
  const { chance, label, name, now } = source;
  switch (role) {
    case 'prescription.shortId':
      return [prescriptionId(chance, source.subject.practice.ods, label)];
    case 'referral.ubrn':
      return [`000${digits(chance, 9, label)}`, Number(digits(chance, 12, label))];
    case 'spine.asid':
      return [`9${digits(chance, 11, label)}`, Number(`9${digits(chance, 11, label)}`)];
    case 'spine.partyKey':
      return [`${source.subject.practice.ods}-${digits(chance, 7, label)}`];
    case 'instant':
    case 'dateTime':
    case 'date': {
      const moment = momentFor(name, now, chance, source.object, isPlanned(source));
      return role === 'date' ? spellDate(dateOf(moment)) : spellMoment(moment);
    }
    case 'time':
      return /clos|end|to$|until/i.test(name) ? ['18:30:00', '18:30', '18:30:00Z'] : ['08:30:00', '08:30', '08:30:00Z'];
    case 'duration':
      return ['PT30M', 'P1D', 'PT1H'];
    case 'uuid':
    case 'opaqueId':
    case 'versionId':
    case 'etag':
      return idValue(role, source);
    case 'code':
    case 'code.snomed':
    case 'code.display':
    case 'codeSystem':
    case 'reference':
    case 'resourceType':
      return codedValue(role, source);
    default:
      return describedValue(role, source);
  }
}

/** Of a slot, an appointment or a booking. */
function isPlanned({ path, context, name }: ValueSource): boolean {
  const about = path === '' ? [...context.slice(-2), name] : [path.split('.')[0] ?? ''];
  return about.some((word) => /slot|appointment|booking|availab/i.test(word));
}

function idValue(role: Role, { chance, label, example, siblings }: ValueSource): Spellings {
  if (role === 'versionId') return ['1', 1];
  if (role === 'etag') return ['W/"1"', '"1"'];
  const uuid = uuidOf(chance, label);
  // In the namespace of URIs, an identifier is one.
  const urn = `urn:uuid:${uuid}`;
  const uuids = siblings['system'] === 'urn:ietf:rfc:3986' ? [urn, uuid] : [uuid, uuid.toUpperCase(), urn];
  if (role === 'uuid') return uuids;
  const like =
    typeof example === 'string' && example !== ''
      ? [idLike(example, chance, label)]
      : typeof example === 'number'
        ? [Number(digits(chance, String(Math.trunc(example)).length, label))]
        : [];
  return [
    ...like,
    ...uuids,
    chance.hex(12, label),
    digits(chance, 7, label),
    Number(digits(chance, 7, label)),
    digits(chance, 4, label),
    chance.hex(27, label),
  ];
}

function codedValue(role: Role, source: ValueSource): Spellings {
  const { siblings, name, chance, object, label } = source;
  const concept: Concept = CONCEPTS.find(({ code }) => code === siblings['code']) ?? chance.pick(CONCEPTS, `concept ${object}`);
  const { system } = siblings;
  const coding =
    name === 'code' && (system === SNOMED || (system === undefined && source.context.some((word) => /coding|codeableconcept/i.test(word))));
  switch (role) {
    case 'code.snomed':
      return [concept.code, Number(concept.code), `${SNOMED}|${concept.code}`];
    case 'code':
      return coding ? [concept.code, ...codeFor(name, source.path)] : codeFor(name, source.path);
    case 'code.display':
      return [siblings['system'] === undefined || siblings['system'] === SNOMED ? concept.display : titleFor(name)];
    case 'codeSystem':
      return systemFor(source.context);
    case 'resourceType':
      return [...source.context.toReversed().filter((word) => isRole('resourceType', word)), 'Patient'];
    default:
      return [...referenceFor(source), `urn:uuid:${uuidOf(chance, label)}`];
  }
}

/** The namespace that suits whoever the identifier belongs to. */
function systemFor(context: readonly string[]): Spellings {
  const near = context.slice(-3).join(' ').toLowerCase();
  if (/coding|codeableconcept|tag|security/.test(near)) return [SNOMED];
  if (/practitioner|requester|performer|author/.test(near)) return ['https://fhir.nhs.uk/Id/sds-user-id'];
  if (/organi[sz]ation|provider|custodian|location|owner/.test(near)) return ['https://fhir.nhs.uk/Id/ods-organization-code'];
  if (/patient|subject|person/.test(near)) return ['https://fhir.nhs.uk/Id/nhs-number'];
  return ['urn:ietf:rfc:3986', 'https://example.org/identifiers'];
}

function referenceFor({ subject, context, siblings, chance, label, example }: ValueSource): Spellings {
  if (typeof example === 'string' && example !== '') {
    const number = /(?:^|\/)Patient\/(\d{10})$/.exec(example)?.[1];
    const isOfAPatient = number !== undefined && isRole('patient.nhsNumber', number);
    return [isOfAPatient ? example.slice(0, -number.length) + subject.person.nhsNumber : idLike(example, chance, label)];
  }
  const told = siblings['type'];
  const type = typeof told === 'string' && /^[A-Z][A-Za-z]+$/.test(told) ? told : (targetOf(context) ?? 'Basic');
  if (type === 'Patient') return [`Patient/${subject.person.nhsNumber}`];
  return [type === 'Organization' ? `Organization/${subject.practice.ods}` : `${type}/${uuidOf(chance, label)}`];
}

function describedValue(role: Role, { chance, label, name, example }: ValueSource): Spellings {
  switch (role) {
    case 'flag': {
      const flag = flagFor(name, chance.of(label));
      return [flag, String(flag), flag ? 'Y' : 'N', flag ? 'yes' : 'no'];
    }
    case 'count':
      return spellNumber(/page|version|attempt|offset|index|sequence|rank|position/i.test(name) ? 1 : chance.int(1, 20, label));
    case 'percentage':
      return spellNumber(chance.int(5, 95, label));
    case 'quantity':
      return /score|likelihood|probability/i.test(name) ? [1, '1', 1.0] : spellNumber(chance.int(1, 28, label));
    case 'money':
      return spellNumber(chance.int(100, 9_900, label) / 100, 2);
    case 'latitude':
      return spellNumber(chance.int(5_100, 5_480, label) / 100, 2);
    case 'longitude':
      return spellNumber(-chance.int(10, 290, label) / 100, 2);
    case 'unit':
      return ['mg', 'day', '1'];
    case 'country':
      return ['England', 'GBR', 'GB', 'gb', 'gbr'];
    case 'language':
      return ['en', 'en-GB', 'eng'];
    case 'mediaType':
      return ['application/pdf', 'application/json', 'text/plain'];
    case 'fileName':
      return ['example.pdf', 'example.txt'];
    case 'base64':
      return [btoa('Synthetic document.')];
    case 'url':
      return [
        typeof example === 'string' && /^https?:/.test(example) ? example : `https://example.org/${chance.hex(8, label)}`,
        `/${chance.hex(8, label)}`,
        `urn:uuid:${uuidOf(chance, label)}`,
      ];
    case 'title':
      return [titleFor(name)];
    default:
      return [sentenceFor(chance.of(label))];
  }
}
