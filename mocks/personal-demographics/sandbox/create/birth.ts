/** Notifies a birth as the official sandbox does: always the same number, and never kept. */
import type { Json } from '../../../../src/contract/contract.ts';
import { isArray } from '../../../../src/contract/json.ts';
import type { AnyCall } from '../../../../src/mock/any-call.ts';
import type { Problem } from '../../../../src/mock/problem.ts';
import { spine } from '../../../../src/nhs/spine/spine-faults.ts';
import { extensionUrl, system } from '../../record/systems.ts';
import { said, type Said } from '../said.ts';
import { sentBody } from '../sent-body.ts';
import { at, between, birthDate, firstProblem, gender, list, object, present, type Checked } from './checks.ts';
import { matched } from './matched.ts';
import { newPatient } from './new-patient.ts';

const headers = { 'notification-id': '2AE84248-5180-42B6-8BB7-C93C0991B863' } as const;

/** Refusals have the header too. */
export const notified = <Answer extends Problem | Said<200 | 201>>(answer: Answer): Answer => ({ ...answer, headers });

export function notifyBirth(call: AnyCall): Said<200 | 201> | Problem {
  const bundle = sentBody(call) ?? null;
  const place = placeOfBaby(bundle);
  if (place === undefined) return notified(spine('MISSING_VALUE', 'Missing baby Patient resource in entry array'));
  const problem = firstProblem(bundle, checksOf(place));
  if (problem) return notified(problem);
  const baby = at(bundle, place) ?? null;
  const match = matched(baby, '5900004899');
  if (match) return notified(said(200, match));
  const patient = newPatient(baby, { nhsNumber: '5900010775', request: call.header('X-Request-ID') ?? '', digits: 8 });
  return notified(said(201, { ...patient, ...sameForAll }));
}

/** Whatever was sent. */
const sameForAll = {
  multipleBirthInteger: 1,
  extension: [{ url: extensionUrl.birthPlace, valueAddress: { city: 'Manchester', country: '1', district: 'Greater Manchester' } }],
};

/** Places in the texts count on the published order of the entries, wherever the baby stands. */
const weight = 'entry/1/resource/valueQuantity/value';

function checksOf(baby: string): readonly Checked[] {
  const named = (place: string): [string, string] => [`${baby}/${place}`, `entry/0/resource/${place}`];
  return [
    [present, ...named('name/0/use')],
    [present, ...named('address')],
    [present, ...named('gender')],
    [present, ...named('birthDate')],
    [present, weight],
    [object, ...named('address/0')],
    [present, `${baby}/address/0/period`, 'address/0/period'],
    [list, ...named('name/0/given')],
    [gender, `${baby}/gender`],
    [birthDate, `${baby}/birthDate`],
    [present, 'entry/7/resource/identifier/0/value'],
    [between(1000, 9999), weight],
    [between(1, 9), ...named('multipleBirthInteger')],
  ];
}

/** The first patient who has no NHS number yet. */
function placeOfBaby(bundle: Json): string | undefined {
  const entries = at(bundle, 'entry');
  const index = isArray(entries)
    ? entries.findIndex((entry) => at(entry, 'resource/resourceType') === 'Patient' && !isNumbered(entry))
    : -1;
  return index < 0 ? undefined : `entry/${index}/resource`;
}

function isNumbered(entry: Json): boolean {
  const identifiers = at(entry, 'resource/identifier');
  return isArray(identifiers) && identifiers.some((each) => at(each, 'system') === system.nhsNumber);
}
