/** Whether a value can be what a role says it is: one checker per role, written from each identifier's own rules. */
import type { Json } from '../../contract/contract.ts';
import { isNhsNumber } from '../../fhir/nhs-number.ts';
import { isCompactDate, isDateTime, isDuration, isFormDate, isInstant, isPartialDate, isTime } from './calendar.ts';
import { hasVerhoeff, mod37Check } from '../../fhir/check-digits.ts';
import type { Role } from './roles.ts';

type Check = (value: Json) => boolean;

const text =
  (test: (text: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && test(value);
/** A pattern that repeats a letter goes as deep as a text is long: of what is longer than any name or code, the beginning has to do. */
const longestLookedAt = 10_000;
const shape = (pattern: RegExp): Check => text((value) => pattern.test(value.slice(0, longestLookedAt)));
const digits =
  (test: (digits: string) => boolean): Check =>
  (value) =>
    (typeof value === 'string' || Number.isSafeInteger(value)) && test(String(value));
const number =
  (test: (value: number) => boolean): Check =>
  (value) =>
    (typeof value === 'number' && Number.isFinite(value) && test(value)) ||
    (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) && test(Number(value)));

const nhsNumber = digits((value) => isNhsNumber(value.replace(/^(\d{3})[ -](\d{3})[ -](\d{4})$/, '$1$2$3')));
const name = text((value) => /^[\p{L}][\p{L}\p{M}' .’-]*$/u.test(value));
const words = text((value) => value.trim() !== '' && /[\p{L}\p{N}]/u.test(value));
const place = text((value) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ ,./&()-]*$/u.test(value));
const postcode = shape(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/);
const phone = text((value) => /^(tel:)?\+?\d[\d ()-]{8,18}$/.test(value) && value.replace(/\D/g, '').length >= 10);
const email = shape(/^(mailto:)?[^\s@]+@[^\s@]+\.[^\s@]+$/);
const gender = shape(/^(male|female|other|unknown|[mfiuMF]|[0129])$/i);
/** One to nine letters and digits with a digit among them (ODS publishes none without). */
const odsCode = text((value) => /^[A-Z\d]{1,9}$/i.test(value) && /\d/.test(value));
const date = text((value) => isPartialDate(value) || isCompactDate(value) || isFormDate(value));
const birthOrDeath = (value: Json): boolean => date(value) || (typeof value === 'string' && isDateTime(value));
const absoluteOrRelative = text((value) => /^\S+$/.test(value));

const CHECKS: Record<Role, Check> = {
  'patient.nhsNumber': nhsNumber,
  'patient.givenName': name,
  'patient.familyName': name,
  'patient.fullName': name,
  'patient.namePrefix': name,
  'patient.birthDate': birthOrDeath,
  'patient.deathDate': birthOrDeath,
  'patient.gender': gender,
  'patient.age': number((value) => Number.isInteger(value) && value >= 0 && value <= 130),
  'patient.address': place,
  'patient.addressLine': place,
  'patient.town': place,
  'patient.county': place,
  'patient.postcode': postcode,
  'patient.phone': phone,
  'patient.email': email,
  'relatedPerson.nhsNumber': nhsNumber,
  'relatedPerson.givenName': name,
  'relatedPerson.familyName': name,
  'relatedPerson.fullName': name,
  'relatedPerson.namePrefix': name,
  'relatedPerson.phone': phone,
  'relatedPerson.email': email,
  'practitioner.sdsUserId': digits((value) => /^\d{12}$/.test(value)),
  'practitioner.roleProfileId': digits((value) => /^\d{12}$/.test(value)),
  'practitioner.givenName': name,
  'practitioner.familyName': name,
  'practitioner.fullName': name,
  'practitioner.namePrefix': name,
  'practitioner.gender': gender,
  'practitioner.phone': phone,
  'practitioner.email': email,
  'organisation.odsCode': odsCode,
  'organisation.name': words,
  'organisation.address': place,
  'organisation.addressLine': place,
  'organisation.town': place,
  'organisation.county': place,
  'organisation.postcode': postcode,
  'organisation.phone': phone,
  'organisation.email': email,
  'pharmacy.odsCode': odsCode,
  'pharmacy.name': words,
  'pharmacy.address': place,
  'pharmacy.addressLine': place,
  'pharmacy.town': place,
  'pharmacy.county': place,
  'pharmacy.postcode': postcode,
  'pharmacy.phone': phone,
  'prescription.shortId': text(isPrescriptionId),
  'referral.ubrn': digits((value) => /^\d{12}$/.test(value)),
  'spine.asid': digits((value) => /^\d{12}$/.test(value)),
  'spine.partyKey': shape(/^[A-Z\d]{3,9}-\d{6,7}$/),
  code: text((value) => /^\S+( \S+)*$/.test(value)),
  'code.snomed': digits(isSnomed),
  'code.display': words,
  codeSystem: shape(/^(https?:\/\/|urn:)\S+$/),
  resourceType: shape(/^[A-Z][A-Za-z]+$/),
  reference: shape(/^(#\S+|urn:(uuid|oid):\S+|(\S+\/)?[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}(\/_history\/\S+)?)$/),
  instant: text(isInstant),
  dateTime: text((value) => isDateTime(value) || date(value)),
  date,
  time: text(isTime),
  duration: text(isDuration),
  uuid: shape(/^(urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i),
  opaqueId: (value) => absoluteOrRelative(value) || Number.isInteger(value),
  versionId: digits((value) => /^[A-Za-z0-9\-.]{1,64}$/.test(value)),
  etag: shape(/^(W\/)?"[^"]*"$/),
  url: absoluteOrRelative,
  mediaType: shape(/^[a-z]+\/[\w.+-]+(; ?[\w.=-]+)*$/i),
  language: shape(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  fileName: shape(/^[\w .()-]+\.\w{2,5}$/),
  base64: shape(/^[A-Za-z0-9+/]+={0,2}$/),
  flag: (value) => typeof value === 'boolean' || /^(true|false|yes|no|y|n)$/i.test(String(value)),
  count: number((value) => Number.isInteger(value) && value >= 0),
  quantity: number(() => true),
  percentage: number((value) => value >= 0 && value <= 100),
  money: number((value) => value >= 0 && Math.abs(value * 100 - Math.round(value * 100)) < 1e-6),
  unit: text((value) => /^\S[\S ]{0,30}$/.test(value)),
  latitude: number((value) => Math.abs(value) <= 90),
  longitude: number((value) => Math.abs(value) <= 180),
  country: text((value) => /^[A-Z]{2,3}$/.test(value) || place(value)),
  title: words,
  freeText: words,
};

export function isRole(role: Role, value: Json): boolean {
  return CHECKS[role](typeof value === 'string' ? bareValue(value) : value);
}

/** The value inside a search token (`system|value`); other text as it is. */
export function bareValue(value: string): string {
  const bar = /^[^|\s]*:[^|\s]*\|/.exec(value);
  return bar ? value.slice(bar[0].length) : value;
}

/** Six hex digits, the prescriber's six-character ODS code, five hex digits and the check character. */
export function isPrescriptionId(value: string): boolean {
  if (!/^[A-F\d]{6}-[A-Z\d]{6}-[A-F\d]{5}[A-Z\d+]$/.test(value)) return false;
  const bare = value.replaceAll('-', '');
  return mod37Check(bare.slice(0, 17)) === bare.at(-1);
}

/** 6 to 18 digits; the two before the check digit say what kind of component it names (short or long form). */
function isSnomed(value: string): boolean {
  return /^[1-9]\d{5,17}$/.test(value) && /^[01][0-2]/.test(value.slice(-3)) && hasVerhoeff(value);
}
