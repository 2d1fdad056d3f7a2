/** Searches the register: the world's candidates that nobody has changed, and the changed records; one matching, one scoring, one order. */
import { instant } from '../../../src/fhir/instant.ts';
import { searchset, searchsetText } from '../../../src/fhir/searchset.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { PatientSearch, SearchEntry } from '../record/patient.ts';
import { recordOf, type PatientRecord } from '../record/patient-record.ts';
import { register } from '../record/register.ts';
import { asFound } from '../record/withheld.ts';
import type { Criteria } from './criteria.ts';
import { demographicsOfPerson, demographicsOfRecord } from './demographics.ts';
import { likeness } from './match.ts';
import { score } from './score.ts';
import { folded } from './wildcard.ts';

export interface FoundPatient {
  readonly score: number;
  readonly record: PatientRecord;
}

type Held = Pick<Call, 'store' | 'population'>;

/** A search that would have to look at more people than this is too broad to be answered, as one with too many matches is. */
const broadest = 10_000;

/** Best first; nothing where there are more than were asked for, which one more is enough to know. */
export function findPatients(held: Held, criteria: Criteria): readonly FoundPatient[] | 'too many' {
  const found = new Map<string, FoundPatient>();
  let looked = 0;
  for (const candidate of candidates(held, criteria)) {
    looked += 1;
    if (looked > broadest) return 'too many';
    if (candidate === undefined) continue;
    const [record, points] = candidate;
    if (record.standing.kind === 'invalidated' || (criteria.exactOnly && points < 1)) continue;
    const survivor = record.standing.kind === 'superseded' ? register.surviving(held, record.patient.id) : record;
    if (survivor === undefined || survivor.standing.kind !== 'live') continue;
    const { id } = survivor.patient;
    if (points > (found.get(id)?.score ?? -1)) found.set(id, { score: points, record: survivor });
    if (found.size > criteria.maxResults) return 'too many';
  }
  return [...found.values()].toSorted((a, b) => b.score - a.score || (a.record.patient.id < b.record.patient.id ? -1 : 1));
}

/** Everybody looked at: who fits, with their score, or nothing for who does not. */
function* candidates(held: Held, criteria: Criteria): Generator<[PatientRecord, number] | undefined> {
  for (const record of register.changed(held, criteria.born, wholeFamily(criteria))) {
    const fit = likeness(demographicsOfRecord(record), criteria);
    yield fit && [record, score(fit)];
  }
  const { family, given, gender, born, fuzzy, history } = criteria;
  const query = { ...(family !== undefined && { family }), ...(gender !== undefined && { gender }), given, born, fuzzy, history };
  for (const person of held.population.search(query)) {
    if (person.minimal || register.isChanged(held, person.nhsNumber)) continue;
    const fit = likeness(demographicsOfPerson(person), criteria);
    yield fit && [recordOf(person), score(fit)];
  }
}

/** The folded family name, where nothing but that very name fits. */
function wholeFamily({ family, fuzzy }: Criteria): string | undefined {
  return family === undefined || fuzzy || family.includes('*') ? undefined : folded(family);
}

interface Answer {
  readonly status: 200;
  readonly body?: PatientSearch;
  readonly rendered?: string;
}

/** A search among people whom nobody has changed finds the same every time: only the time of the answer differs. */
export function search(call: AnyCall, criteria: Criteria): Answer | Problem {
  if (register.isAnyChanged(call, criteria.born)) {
    const found = findPatients(call, criteria);
    return found === 'too many' ? spine('TOO_MANY_MATCHES') : { status: 200, body: searchResults(found, call) };
  }
  const answer = call.cached(call.url(JSON.stringify(criteria)), (): Entries | Problem => {
    const found = findPatients(call, criteria);
    return found === 'too many' ? spine('TOO_MANY_MATCHES') : { status: 200, total: found.length, body: entriesOf(found, call) };
  });
  if ('problem' in answer) return answer;
  const entries = answer.rendered ?? JSON.stringify(answer.body);
  return { status: 200, rendered: searchsetText(entries, answer.total, instant(call.clock.now())) };
}

interface Entries {
  readonly status: 200;
  readonly total: number;
  readonly body?: readonly SearchEntry[];
  readonly rendered?: string;
}

export function searchResults(found: readonly FoundPatient[], call: Addressed): PatientSearch {
  return searchset(entriesOf(found, call), instant(call.clock.now()));
}

type Addressed = Pick<AnyCall, 'url' | 'clock'>;

function entriesOf(found: readonly FoundPatient[], call: Addressed): readonly SearchEntry[] {
  return found.map(({ score: points, record }): SearchEntry => ({
    fullUrl: call.url(`/Patient/${record.patient.id}`),
    search: { score: points },
    resource: asFound(record.patient),
  }));
}
