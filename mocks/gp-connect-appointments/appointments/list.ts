/** The appointments of a patient between two days, whatever has become of them. */
import type { JsonObject } from '../../../src/contract/contract.ts';
import { writeLocation, writePractitioner } from '../../../src/fhir/clinical/context.ts';
import { fhirElement } from '../../../src/fhir/clinical/element.ts';
import { isRealDate } from '../../../src/fhir/instant.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { practiceOf } from '../asked-practice.ts';
import { invalidParameter } from '../faults.ts';
import { startOf } from '../practice-rules.ts';
import { textsIn } from '../../gp-practice/asked-texts.ts';
import { placesOf } from '../slots/find.ts';
import { appointmentsOf } from './find.ts';
import { appointmentOf, type Found } from './told.ts';

export function listAppointments(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const number = call.path['id'] ?? '';
  const practice = practiceOf(call, number);
  if (isProblem(practice)) return practice;
  const query = askedIn(call);
  const days = readDays(textsIn(query['start']));
  if (isProblem(days)) return days;
  const [status] = textsIn(query['status']);
  const found = appointmentsOf(call, number, practice).filter(({ entry: { on } }) => on >= days.from && on <= days.to);
  const told = latestPast(call, found, textsIn(query['past-appt-limit'])[0])
    .map((each) => ({ each, resource: appointmentOf(call, each) }))
    .filter(({ resource }) => status === undefined || resource['status'] === status);
  const includes = new Set(textsIn(query['_include:recurse']));
  const resources = [
    ...told.map(({ resource }) => resource),
    ...alongside(
      call,
      told.map(({ each }) => each),
      includes,
    ),
  ];
  const bundle = fhirElement({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });
  return { status: 200, rendered: JSON.stringify(bundle) };
}

interface Days {
  readonly from: string;
  readonly to: string;
}

function readDays(bounds: readonly string[]): Days | Problem {
  const [from, to] = ['ge', 'le'].map((prefix) => bounds.filter((text) => text.startsWith(prefix)).map((text) => text.slice(2)));
  const [first = ''] = from ?? [];
  const [last = ''] = to ?? [];
  if (bounds.length !== 2 || !isRealDate(first) || !isRealDate(last))
    return invalidParameter('start stands twice, as ge and a whole day and as le and a whole day: start=ge2026-01-01&start=le2026-01-31.');
  return last < first ? invalidParameter('The day after le is not before the one after ge.') : { from: first, to: last };
}

/** So many of the past ones as are asked for, the last of them; and all that are ahead. */
function latestPast({ clock }: AnyCall, found: readonly Found[], limit: string | undefined): readonly Found[] {
  if (limit === undefined) return found;
  const ahead = found.findIndex(({ entry }) => startOf(entry) >= clock.now());
  const past = ahead === -1 ? found.length : ahead;
  return found.slice(Math.max(0, past - Number(limit)));
}

function alongside({ population }: AnyCall, found: readonly Found[], includes: ReadonlySet<string>): readonly JsonObject[] {
  const [first] = found;
  if (first === undefined) return [];
  const { practice } = first;
  const writing = placesOf(population, practice);
  const who = population.practitioners(practice.ods).filter(({ sdsUserId }) => found.some(({ entry }) => entry.practitioner === sdsUserId));
  return [
    ...(includes.has('Appointment:actor:Practitioner') ? who.map((one) => writePractitioner(one, writing)) : []),
    ...(includes.has('Appointment:actor:Location') ? [writeLocation(practice, writing)] : []),
  ];
}
