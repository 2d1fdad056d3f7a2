/** European health insurance cards: one at most for a patient, read and replaced as a whole. */
import type { Json } from '../../../src/contract/contract.ts';
import { dateOf, instant, isRealDate } from '../../../src/fhir/instant.ts';
import { parseNhsNumber } from '../../../src/fhir/nhs-number.ts';
import { searchset } from '../../../src/fhir/searchset.ts';
import { etag, versionOf } from '../../../src/fhir/version.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { forbiddenUpdate, invalidValue, plainSpaces } from '../../../src/nhs/spine/spine-words.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { missingAmong } from '../faults/missing.ts';
import { supersededNumber } from '../faults/errors.ts';
import type { Coverage, CoverageSearch } from '../record/patient.ts';
import { register } from '../record/register.ts';
import { system, testDataTag } from '../record/systems.ts';

const coverages = 'personal-demographics/coverage';

interface Held {
  readonly version: number;
  readonly card?: Coverage;
}

/** Countries whose cards people of the world carry. */
const issuers = [
  ['FRA', 'France'],
  ['IRL', 'Ireland'],
  ['ESP', 'Spain'],
  ['POL', 'Poland'],
  ['DEU', 'Germany'],
  ['ITA', 'Italy'],
] as const;

/** One person in twenty has one. */
const shareWithCard = 0.05;

export function readCoverage(call: AnyCall, nhsNumber: string): { body: CoverageSearch; headers: { ETag: string } } | Problem {
  const record = register.surviving(call, nhsNumber);
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  if (record.standing.kind !== 'live') return spine('INVALIDATED_RESOURCE');
  return coverageOf(call, record.patient.id);
}

export function replaceCoverage(call: AnyCall, card: Coverage): { body: CoverageSearch; headers: { ETag: string } } | Problem {
  const nhsNumber = card.subscriber.identifier.value;
  if (parseNhsNumber(nhsNumber) === undefined) return invalidValue(nhsNumber, 'subscriber/identifier/value');
  const { end } = card.period;
  if (!isRealDate(end) || !isOfOurTime(end, dateOf(call.clock.now()))) return invalidValue(end, 'period/end');
  const record = register.find(call, nhsNumber);
  if (record === undefined) return spine('RESOURCE_NOT_FOUND');
  // A superseded number is read as the one that stands for it, and never written.
  if (record.standing.kind === 'superseded') return forbiddenUpdate(supersededNumber);
  if (record.standing.kind === 'invalidated') return spine('INVALIDATED_RESOURCE');
  const { id } = record.patient;
  const { version } = held(call, id);
  if (versionOf(call.header('If-Match') ?? '') !== String(version)) return spine('RESOURCE_VERSION_MISMATCH');
  call.store.put(coverages, id, plainSpaces(JSON.stringify({ version: version + 1, card: cardOf(id, card) })));
  return coverageOf(call, id);
}

/** In the order in which the service misses them, and its sandbox too. */
export const cardMustHave = ['identifier/0/value', 'status', 'subscriber/identifier/value', 'beneficiary/identifier/value', 'period'];

/** What the service misses first. */
export function missingOfCard(body: Json): Problem | undefined {
  return missingAmong(body, cardMustHave);
}

/**
 * Less than 150 years ago or ahead, as the published contract has it. Others have read that a card must not have expired; the official
 * sandbox compares the date with nothing, and its published requests carry one that has.
 */
function isOfOurTime(end: string, today: string): boolean {
  const yearsOn = (years: number): string => `${String(Number(today.slice(0, 4)) + years).padStart(4, '0')}${today.slice(4)}`;
  return end > yearsOn(-150) && end < yearsOn(150);
}

function held(call: AnyCall, nhsNumber: string): Held {
  const stored = call.store.get(coverages, nhsNumber);
  // Written above and nowhere else.
  if (stored !== undefined) return JSON.parse(stored) as Held;
  const isPublished = nhsNumber === '9000000009';
  const isPersona = !nhsNumber.startsWith('999');
  if (isPublished || (!isPersona && call.chance(`coverage/${nhsNumber}`) < shareWithCard))
    return { version: 2, card: inventedCard(call, nhsNumber) };
  return { version: 1 };
}

function inventedCard(call: AnyCall, nhsNumber: string): Coverage {
  const [country, name] = issuers[Math.floor(call.chance(`coverage/country/${nhsNumber}`) * issuers.length)] ?? issuers[0];
  const serial = String(Math.floor(call.chance(`coverage/serial/${nhsNumber}`) * 1e9)).padStart(9, '0');
  return cardOf(nhsNumber, {
    status: 'active',
    subscriber: { identifier: { value: nhsNumber } },
    identifier: [
      { value: `80000390${serial}`, assigner: { identifier: { system: 'urn:iso:std:iso:3166', value: country }, display: name } },
    ],
    payor: [{ identifier: { value: `SBX${serial.slice(0, 6)}` } }],
    beneficiary: { identifier: { value: `TEST${serial}` } },
    period: { end: `${Number(dateOf(call.clock.now()).slice(0, 4)) + 4}-12-31` },
  });
}

function cardOf(nhsNumber: string, { status, identifier, payor, beneficiary, period }: Coverage): Coverage {
  return {
    resourceType: 'Coverage',
    meta: { tag: [...testDataTag] },
    status,
    subscriber: { type: 'Patient', identifier: { system: system.nhsNumber, value: nhsNumber } },
    identifier,
    payor,
    beneficiary: { type: 'Patient', ...beneficiary },
    period,
  };
}

/** A card has no id of its own, in the published contract either: its address is the search that finds it. */
function coverageOf(call: AnyCall, nhsNumber: string): { body: CoverageSearch; headers: { ETag: string } } {
  const { version, card } = held(call, nhsNumber);
  const entries = card ? [{ fullUrl: call.url(`/Coverage?subscriber:identifier=${nhsNumber}`), resource: card }] : [];
  const body = { ...searchset(entries, instant(call.clock.now())), meta: { versionId: String(version), tag: [...testDataTag] } };
  return { body, headers: { ETag: etag(String(version)) } };
}
