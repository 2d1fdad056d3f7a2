/** Prescriptions are sought: by the id of one, or by whose they are. */
import type { operations } from '../../src/generated/prescription-tracker.types.ts';
import { dateOf } from '../../src/fhir/instant.ts';
import type { AnyCall } from '../../src/mock/any-call.ts';
import type { Behaviour } from '../../src/mock/mock.ts';
import { prescription, prescriptionsOf } from '../prescriptions/find.ts';
import type { Prescription } from '../prescriptions/prescription.ts';
import { dayOf, missingHeaders, textOf, wrongQuery } from './asked.ts';
import { wrong } from './dialect.ts';
import { entryOf, headOf, idFor, patientOf } from './head.ts';

export const search: Behaviour<operations['clinical-prescription-tracker-bundle']> = (call) => {
  const problem = wrong([...wrongQuery(call.query), ...missingHeaders(call)]);
  if (problem) return problem;
  const found = foundBy(call);
  const [first] = found;
  const subject = first && idFor(call, first.patient);
  const groups = found.flatMap((each) =>
    each.states.map((state) => entryOf('match', idFor(call, `${each.id} ${state.issue}`), headOf(each, state, subject ?? ''))),
  );
  const patient = first && subject !== undefined ? [entryOf('include', subject, patientOf(call, first.patient, subject, false))] : [];
  return { status: 200, body: { resourceType: 'Bundle', type: 'searchset', total: groups.length, entry: [...patient, ...groups] } };
};

function foundBy(call: AnyCall): readonly Prescription[] {
  const { prescriptionId, nhsNumber, lowDate, highDate } = call.query;
  const id = textOf(prescriptionId);
  const one = id === '' ? undefined : prescription(call, id);
  const all = id === '' ? prescriptionsOf(call, textOf(nhsNumber)) : one ? [one] : [];
  const today = dateOf(call.clock.now());
  const from = dayOf(lowDate) ?? `${Number(today.slice(0, 4)) - 2}${today.slice(4)}`;
  const to = dayOf(highDate) ?? '9999-12-31';
  return all.filter(({ authored }) => dateOf(authored) >= from && dateOf(authored) <= to);
}
