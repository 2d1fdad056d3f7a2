/** What somebody has asked for, and how far it has come. */
import { englishDayAndTime } from '../../../src/fhir/clinical/england-time.ts';
import { fhirElement, listOf } from '../../../src/fhir/clinical/element.ts';
import { instant } from '../../../src/fhir/instant.ts';
import { uuid } from '../../../src/contract/uuid.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { textsIn } from '../../gp-practice/asked-texts.ts';
import { patientWhoMay } from '../asking.ts';
import { badRequest, invalidParameter, notFound } from '../faults.ts';
import { askedDays } from '../medicines/asked-dates.ts';
import { todayOf } from '../medicines/list.ts';
import { planOf } from '../medicines/plans.ts';
import { planWritten, timesIssued, writingOf } from '../medicines/written.ts';
import { requestOf, requestsOf, type Request } from './requests.ts';
import { taskOf } from './told.ts';

export function listRequests(call: AnyCall): { readonly status: 200; readonly rendered: string } | Problem {
  const query = askedIn(call);
  const [[patient], [id], [status]] = [textsIn(query['patient']), textsIn(query['id']), textsIn(query['status'])];
  if (patient === undefined && id === undefined) return badRequest('patient, the NHS number, or the id of a request must be there.');
  if (id !== undefined && !uuid.test(id)) return invalidParameter('id is a UUID.');
  const one = id === undefined ? undefined : requestOf(call, id.toLowerCase());
  const number = patient ?? one?.nhsNumber;
  if (number === undefined) return noRequest;
  const who = patientWhoMay(call, number, 'view');
  if (isProblem(who)) return who;
  const days = askedDays('authored-on', query['authored-on'], todayOf(call));
  if (isProblem(days)) return days;
  if (id !== undefined && one?.nhsNumber !== number) return noRequest;
  const found = (one ? [one] : requestsOf(call, number)).filter((request) => {
    const on = dayOf(request);
    return (status === undefined || request.status === status) && on >= days.from && on <= days.to;
  });
  const plans = textsIn(query['_include']).length > 0 ? plansOf(call, found) : [];
  const entry = [...found.map(taskOf), ...plans].map((resource) => ({
    fullUrl: call.url(`/${String(resource['resourceType'])}/${String(resource['id'])}`),
    resource,
  }));
  return { status: 200, rendered: JSON.stringify(fhirElement({ resourceType: 'Bundle', type: 'searchset', entry })) };
}

const noRequest = notFound('This patient has asked for nothing under this id.');

const dayOf = ({ asked }: Request): string => englishDayAndTime(instant(asked))?.date ?? '';

/** Each once. */
function plansOf(call: AnyCall, requests: readonly Request[]) {
  const nhsNumber = requests[0]?.nhsNumber ?? '';
  const record = call.population.record(nhsNumber);
  if (record === undefined) return [];
  const issues = record.of('issue');
  const ids = new Set(requests.map(({ plan }) => plan));
  return [...ids]
    .flatMap((id) => listOf(planOf(call, nhsNumber, id)))
    .map((plan) =>
      planWritten(plan, writingOf(record, call.population), timesIssued(issues.filter(({ medication }) => medication === plan.id))),
    );
}
