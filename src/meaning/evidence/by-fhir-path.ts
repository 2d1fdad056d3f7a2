/** Evidence from a leaf's place in a FHIR resource: its path is the name of an ElementDefinition, or the tail of a datatype's. */
import type { JsonObject } from '../../contract/contract.ts';
import { isObject } from '../../contract/json.ts';
import { roleOfSystem } from './by-system.ts';
import { entityOf, entityNamed } from '../schema/entity.ts';
import { type Candidate, type Leaf, NOTHING } from '../schema/leaf.ts';
import { type Entity, entityIn, type Role, roleOf } from '../roles/roles.ts';

const WEIGHT = 0.9;

/** Elements of HumanName, Address and the like: the field of whoever the resource is about. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)name\.given$/, 'givenName'],
  [/(^|\.)name\.family$/, 'familyName'],
  [/(^|\.)name\.prefix$/, 'namePrefix'],
  [/(^|\.)name\.text$/, 'fullName'],
  [/^birthDate$/, 'birthDate'],
  [/^deceasedDateTime$/, 'deathDate'],
  [/(^|\.)gender$/, 'gender'],
  [/(^|\.)address\.line$/, 'addressLine'],
  [/(^|\.)address\.city$/, 'town'],
  [/(^|\.)address\.district$/, 'county'],
  [/(^|\.)address\.postalCode$/, 'postcode'],
  [/(^|\.)address\.text$/, 'address'],
];

const ROLES: readonly (readonly [RegExp, Role])[] = [
  [/(^|\.)resourceType$/, 'resourceType'],
  [/(^|\.)meta\.lastUpdated$/, 'instant'],
  [/(^|\.)meta\.versionId$/, 'versionId'],
  [/(^|\.)meta\.profile$/, 'url'],
  [/(^|\.)[Ii]dentifier\.system$|(^|\.)[Cc]od(ing|e)\.system$|(^|\.)(tag|security)\.system$/, 'codeSystem'],
  [/(^|\.)(coding|tag|security|valueCoding)\.code$/, 'code'],
  [/(^|\.)(coding|tag|security|valueCoding)\.display$/, 'code.display'],
  [/\.reference$/, 'reference'],
  [/(^|\.)[A-Za-z]*[Pp]eriod\.(start|end)$/, 'dateTime'],
  [/(^|\.)(attachment|content|photo)\.contentType$/, 'mediaType'],
  [/(^|\.)(attachment|content|photo)\.data$/, 'base64'],
  [/(^|\.)link\.url$|(^|\.)(fullUrl|extension\.url|modifierExtension\.url)$/, 'url'],
  [/(^|\.)[A-Za-z]*[Qq]uantity\.value$/, 'quantity'],
  [/(^|\.)[A-Za-z]*[Qq]uantity\.unit$/, 'unit'],
  [/(^|\.)telecom\.(system|use)$/, 'code'],
  [/(^|\.)valueInstant$/, 'instant'],
  [/(^|\.)(value|content)String$|(^|\.)valueMarkdown$/, 'freeText'],
  [/(^|\.)value(Integer|PositiveInt|UnsignedInt)$/, 'count'],
  [/(^|\.)valueDecimal$/, 'quantity'],
  [/(^|\.)valueCode$/, 'code'],
  [/(^|\.)value(Uri|Url|Canonical)$/, 'url'],
  [/(^|\.)[a-z]+DateTime$/, 'dateTime'],
  [/(^|\.)[a-z]+Date$/, 'date'],
  [/(^|\.)text\.div$/, 'freeText'],
];

export function byFhirPath(leaf: Leaf): readonly Candidate[] {
  if (!leaf.resource) return NOTHING;
  const { path, type } = leaf.resource;
  if (type === 'Endpoint' && path === 'address') return [{ role: 'url', weight: WEIGHT }];
  const field = FIELDS.find(([pattern]) => pattern.test(path))?.[1];
  if (field) {
    // An Organization's `name` is a plain string, never a HumanName; only its contacts have one.
    const role = roleOf(entityOf(leaf) ?? 'patient', field);
    if (role) return [{ role, weight: WEIGHT }];
  }
  if (path === 'name' && /^(Organization|Location|HealthcareService)$/.test(type)) return [{ role: 'organisation.name', weight: WEIGHT }];
  const named = path.endsWith('.display') ? displayedName(leaf) : undefined;
  const role = named ?? ROLES.find(([pattern]) => pattern.test(path))?.[1];
  return role ? [{ role, weight: WEIGHT }] : NOTHING;
}

/** A Reference displays the name of whom it refers to (R4, Reference.display). */
function displayedName({ beside, context, siblings }: Leaf): Role | undefined {
  if (beside.includes('code') || !(beside.includes('reference') || beside.includes('identifier'))) return undefined;
  const entity = referred(siblings) ?? entityNamed(context.at(-1) ?? '');
  return entity && (roleOf(entity, 'fullName') ?? roleOf(entity, 'name'));
}

const TYPES: Readonly<Record<string, Entity>> = {
  Patient: 'patient',
  Practitioner: 'practitioner',
  PractitionerRole: 'practitioner',
  RelatedPerson: 'relatedPerson',
  Organization: 'organisation',
};

/** Whom a Reference says that it refers to: by its type, its relative URL or the namespace of its identifier. */
export function referred({ type, reference, identifier }: JsonObject): Entity | undefined {
  const word =
    typeof type === 'string' ? type : typeof reference === 'string' ? /([A-Z][A-Za-z]+)\/[^/]+$/.exec(reference)?.[1] : undefined;
  const system = isObject(identifier) ? identifier['system'] : undefined;
  return (
    (word !== undefined && Object.hasOwn(TYPES, word) ? TYPES[word] : undefined) ??
    (typeof system === 'string' ? entityIn(roleOfSystem(system)) : undefined)
  );
}
