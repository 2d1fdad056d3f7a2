/** Whose diary a request for slots is about, and which days of it. */
import type { Diary } from '../../clinical-record.ts';
import type { Json } from '../../contract/contract.ts';
import { isArray } from '../../contract/json.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import { dateOf } from '../../fhir/instant.ts';
import type { Call } from '../../mock/call.ts';
import type { Resource } from '../../plan/resource/resource.ts';
import type { Person } from '../../population.ts';
import { readRequest } from '../state/list/list-request.ts';

/**
 * The organisation that it names, in what says where or to whom it goes; else the practice of whom it is about. Where it names neither, as
 * where an API knows both from a token, the first practice of the population stands in; but not where clients make slots of
 * their own.
 */
export function diaryAsked(call: Call, { operations }: Resource, person: Person | undefined): Diary | undefined {
  const { population } = call;
  const named = organisationsNamed(call);
  const practice = person?.registrations.find(({ period }) => period.end === undefined)?.practice;
  const [first] = named.length > 0 || person || operations.create ? [] : population.organisations('gp-practice');
  for (const code of [...named, practice ?? first?.ods ?? '']) {
    const diary = code === '' ? undefined : population.diary(code);
    if (diary) return diary;
  }
  return undefined;
}

/** What says who asks, or for whom something is free, names no diary. */
const ofTheCaller = /end-user|requesting|requester|from|searchfilter|session|user/i;

function organisationsNamed(call: Call): readonly string[] {
  const { values, given } = readRequest(call);
  const others = call.undeclared.map((name) => [name, given(name)] as const);
  const headers = call.operation.parameters.flatMap(({ in: place, name }) =>
    place === 'header' ? [[name, call.header(name)] as const] : [],
  );
  return [...Object.entries(call.path), ...Object.entries(values), ...others, ...headers].flatMap(([name, value]) =>
    ofTheCaller.test(name) ? [] : textsIn(value).flatMap(codesIn),
  );
}

/** `A12345`, `…/ods-organization-code|A12345`, `Organization/A12345`, and the value in what travels as Base64. */
function codesIn(text: string): readonly string[] {
  const code = /(?:^|[|/])([A-Za-z0-9]{3,6})$/.exec(text)?.[1]?.toUpperCase();
  if (code !== undefined) return isRole('organisation.odsCode', code) ? [code] : [];
  const held = /^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(text) ? valueWithin(text) : undefined;
  return held === undefined ? [] : [held];
}

function valueWithin(base64: string): string | undefined {
  try {
    const read: unknown = JSON.parse(atob(base64));
    return typeof read === 'object' && read !== null && 'value' in read ? String(read.value) : undefined;
  } catch {
    return undefined; // it is something else
  }
}

export interface DaysAsked {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
/** Where a search bounds one side only, or none. */
const daysShown = 14;

/** The days between which a search looks: slots go on for ever, and are looked at one by one. */
export function daysAsked(call: Call): DaysAsked {
  const { values } = readRequest(call);
  let from = call.population.asOf;
  let to: string | undefined;
  for (const [name, value] of Object.entries(values)) {
    if (!/start|end|date|from|to$/i.test(name)) continue;
    for (const text of textsIn(value)) {
      const [, prefix = '', day] = /^(eq|ge|gt|sa|le|lt|eb)?(\d{4}-\d{2}-\d{2})/.exec(text) ?? [];
      if (day === undefined) continue;
      const isUpper = /^(?:le|lt|eb)$/.test(prefix) || (prefix === '' && /end|to$/i.test(name));
      if (isUpper) to = to === undefined || day < to ? day : to;
      else if (day > from) from = day;
      if (!isUpper && prefix === 'eq') to = day;
    }
  }
  return { from, to: to ?? dateOf(Date.parse(from) + daysShown * DAY) };
}

const textsIn = (value: Json | undefined): readonly string[] =>
  (isArray(value) ? value : [value]).flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));
