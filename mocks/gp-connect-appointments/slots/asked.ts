/** What a search for slots asks: between which instants, for whom, and what is to come along. Its faults are found in the service's order. */
import type { Json } from '../../../src/contract/contract.ts';
import { englishDayAndTime, englishInstant } from '../../../src/fhir/clinical/england-time.ts';
import { daysBetween, isRealDate } from '../../../src/fhir/instant.ts';
import { askedIn, type AnyCall } from '../../../src/mock/any-call.ts';
import { isProblem, type Problem } from '../../../src/mock/problem.ts';
import { textsIn } from '../../gp-practice/asked-texts.ts';
import { invalidParameter } from '../faults.ts';
import { organisationTypes } from '../systems.ts';

export interface SlotsAsked {
  /** Milliseconds: a slot lies between them with both of its ends. */
  readonly from: number;
  readonly to: number;
  /** The days of England on which they are. */
  readonly days: { readonly from: string; readonly to: string };
  readonly types: readonly string[];
  readonly organisations: readonly string[];
  readonly includes: ReadonlySet<string>;
}

const mostDays = 14;
const odsCodes = 'https://fhir.nhs.uk/Id/ods-organization-code';
const bound = /^(\D*)(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(.*))?$/;

export function readAsked(call: AnyCall): SlotsAsked | Problem {
  const query = askedIn(call);
  const [start, end] = [readBound('start', 'ge', query['start']), readBound('end', 'le', query['end'])];
  if (isProblem(start)) return start;
  if (isProblem(end)) return end;
  const wrong = spanFault(start, end);
  if (wrong) return wrong;
  const filters = textsIn(query['searchFilter']).map((text) => text.split('|'));
  const valuesOf = (system: string) => filters.flatMap(([of, value = '']) => (of === system ? [value] : []));
  return {
    from: start.at,
    to: end.at,
    days: { from: start.day, to: end.day },
    types: valuesOf(organisationTypes),
    organisations: valuesOf(odsCodes),
    includes: new Set(textsIn(query['_include:recurse'])),
  };
}

interface Bound {
  readonly day: string;
  readonly at: number;
}

function readBound(name: 'start' | 'end', prefix: 'ge' | 'le', value: Json | undefined): Bound | Problem {
  const [text = '', ...more] = textsIn(value);
  if (more.length > 0) return invalidParameter(`${name} stands once in a search.`);
  const [, written = '', day = '', time, offset] = bound.exec(text) ?? [];
  if (!isRealDate(day) || (time !== undefined && !/^([01]\d|2[0-3])(:[0-5]\d){2}$/.test(time)))
    return invalidParameter(
      `${name} is ${prefix} and a whole day, or a day and a time with its offset: ${prefix}2026-01-05T09:00:00+00:00.`,
    );
  if (written !== prefix) return invalidParameter(`${name} begins with ${prefix}.`);
  if (time === undefined)
    return { day, at: Date.parse(name === 'start' ? englishInstant(day) : englishInstant(day, '23:59')) + lastSecond(name) };
  const offsets = englishInstant(day, time.slice(0, 5)).slice(-6);
  if (offset !== offsets)
    return invalidParameter(`${name} has the offset that England has then, ${offsets}; a plus sign is written %2B in a query.`);
  return { day: englishDayAndTime(`${day}T${time}${offset}`)?.date ?? day, at: Date.parse(`${day}T${time}${offset}`) };
}

/** A day ends with its last minute. */
const lastSecond = (name: 'start' | 'end'): number => (name === 'end' ? 60_000 : 0);

function spanFault(start: Bound, end: Bound): Problem | undefined {
  if (end.at < start.at || end.day < start.day) return invalidParameter('end is not before start.');
  return daysBetween(start.day, end.day) > mostDays ? invalidParameter(`start and end are ${mostDays} days apart at most.`) : undefined;
}
