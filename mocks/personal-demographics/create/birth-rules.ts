/** What may be wrong with the notification of a birth, in the order in which the service looks. */
import type { Json } from '../../../src/contract/contract.ts';
import { isArray, isObject } from '../../../src/contract/json.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { invalidValue, missingValue, tooFewValues, tooManyValues } from '../../../src/nhs/spine/spine-words.ts';
import { spine } from '../faults/errors.ts';
import { sentAt } from '../faults/missing.ts';
import { extensionUrl } from '../record/systems.ts';
import { notificationStatus } from '../update/forbidden.ts';
import type { Birth } from './birth-bundle.ts';
import { motherNumberProblem } from './mother.ts';
import { misshapenPart } from './rules.ts';

/** Born alive, or dead before, during or at an unknown time of labour. Nobody else may be dead. */
const outcomes: ReadonlyMap<Json, 'live' | 'still'> = new Map<Json, 'live' | 'still'>([
  ['1', 'live'],
  ['2', 'still'],
  ['3', 'still'],
  ['4', 'still'],
]);

export function birthProblem(birth: Birth, today: string): Problem | undefined {
  return (
    missingPart(birth) ??
    misshapenPart(birth.baby.resource, { today, below: birth.baby.place }) ??
    motherNumberProblem(birth) ??
    strayReference(birth) ??
    impossibleFigure(birth) ??
    tooOld(birth, today) ??
    deathAtOdds(birth)
  );
}

/** What was inferred stands behind what is published: the family name, lists that are empty, and which extensions there must be. */
function missingPart({ baby, weight }: Birth): Problem | undefined {
  const wanted = [
    ...['name/0/use', 'address', 'gender', 'birthDate'].map((path) => [baby, path] as const),
    [weight, 'valueQuantity/value'] as const,
    ...['name/0/family', 'extension'].map((path) => [baby, path] as const),
  ];
  for (const [{ place, resource }, path] of wanted) if (sentAt(resource, path) === undefined) return missingValue(`${place}${path}`);
  const address = sentAt(baby.resource, 'address');
  if (isArray(address) && address.length === 0) return tooFewValues(address, `${baby.place}address`);
  const names = sentAt(baby.resource, 'name');
  if (isArray(names) && names.length > 1) return tooManyValues(names, `${baby.place}name`);
  const extensions = extensionsOf(baby.resource);
  const isWhole = [extensionUrl.registeringAuthority, extensionUrl.ethnicCategory].every((url) => extensions.some(hasUrl(url)));
  return isWhole ? undefined : tooFewValues(sentAt(baby.resource, 'extension'), `${baby.place}extension`);
}

/** Inferred: what says whose observation, mother or care team it is, says that it is the baby's. */
function strayReference({ baby, mother, ...others }: Birth): Problem | undefined {
  for (const { place, resource, path } of [
    ...Object.values(others).map((entry) => ({ ...entry, path: 'subject/reference' })),
    { ...mother, path: 'patient/reference' },
  ]) {
    const reference = sentAt(resource, path);
    if (reference !== undefined && reference !== baby.fullUrl) return invalidValue(reference, `${place}${path}`);
  }
  return undefined;
}

function impossibleFigure({ baby, weight, stillBirth }: Birth): Problem | undefined {
  const grams = sentAt(weight.resource, 'valueQuantity/value');
  if (!isBetween(grams, 1000, 9999)) return invalidValue(grams, `${weight.place}valueQuantity/value`);
  const order = sentAt(baby.resource, 'multipleBirthInteger');
  if (order !== undefined && !isBetween(order, 1, 9)) return invalidValue(order, `${baby.place}multipleBirthInteger`);
  const path = 'valueCodeableConcept/coding/0/code';
  const outcome = sentAt(stillBirth.resource, path);
  if (outcome === undefined) return missingValue(`${stillBirth.place}${path}`);
  return outcomes.has(outcome) ? undefined : invalidValue(outcome, `${stillBirth.place}${path}`);
}

/** Where in the order it is looked at is not published. */
function tooOld({ baby }: Birth, today: string): Problem | undefined {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const [bornIn = 0, bornInMonth = 0, bornOn = 0] = String(sentAt(baby.resource, 'birthDate')).split('-').map(Number);
  const months = (year - bornIn) * 12 + month - bornInMonth;
  return months > 6 || (months === 6 && day > bornOn)
    ? spine(
        'INVALID_DOB_OVER_SIX_MONTHS',
        'You are trying to create a birth notification for a child over the age of 6 months. Please allocate an NHS Number instead',
      )
    : undefined;
}

/** Published: a formal death of a live birth is refused, a still birth that died formally is registered. */
function deathAtOdds({ baby, stillBirth }: Birth): Problem | undefined {
  const outcome = outcomes.get(sentAt(stillBirth.resource, 'valueCodeableConcept/coding/0/code') ?? '');
  const isDead = sentAt(baby.resource, 'deceasedDateTime') !== undefined || deathOf(baby.resource) !== undefined;
  return isDead === (outcome === 'still')
    ? undefined
    : spine('INSERT_BIRTH_DEATH_STATUS_INCONSISTENT', 'Insert Birth - Death Status Inconsistent');
}

export function extensionsOf(resource: Json): readonly Json[] {
  const extensions = sentAt(resource, 'extension');
  return isArray(extensions) ? extensions : [];
}

/** The notification of a death, informal or formal. The published notification of a live birth has one that says that there is none (`U`). */
export function deathOf(resource: Json): Json | undefined {
  return extensionsOf(resource).find((extension) => ['1', '2'].includes(String(notificationStatus(extension))));
}

export const hasUrl =
  (url: string) =>
  (extension: Json): boolean =>
    isObject(extension) && extension['url'] === url;

function isBetween(value: Json | undefined, from: number, to: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}
