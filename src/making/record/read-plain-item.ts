/** A plain document that a client sent, read as an entry of somebody's record. */
import type { CodedText, Entry, EntryKind } from '../../clinical-record.ts';
import type { Json } from '../../contract/contract.ts';
import { englishDayAndTime, dayOfText } from '../../fhir/clinical/england-time.ts';
import type { Meaning } from '../../meaning/infer-roles.ts';
import { instanceLeaves } from '../../meaning/schema/instance-leaves.ts';
import type { OdsCode } from '../../population.ts';
import type { Facet } from './facets.ts';
import { facetNamed } from './plain-fields.ts';

/** What of an entry does not stand in what was sent. */
export interface Received {
  readonly id: string;
  /** The day on which it came. */
  readonly recorded: string;
}

type Sent = ReadonlyMap<Facet, Json>;

/** Undefined where it does not say enough: what, and for what has happened, when. */
export function readPlainItem(meaning: Meaning, kind: EntryKind, body: Json, received: Received): Entry | undefined {
  const sent = new Map<Facet, Json>();
  for (const { tokens, value, role } of instanceLeaves(meaning, body)) {
    if (role?.startsWith('patient.')) continue;
    const names = tokens.filter((token) => !/^\d+$/.test(token));
    const facet = facetNamed(kind, names.at(-1) ?? '', names.at(-2) ?? '');
    if (facet !== undefined && !sent.has(facet)) sent.set(facet, value);
  }
  return read[kind]?.(sent, received);
}

const text = (sent: Sent, ...facets: readonly Facet[]): string | undefined => {
  for (const facet of facets) {
    const value = sent.get(facet);
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
};

const number = (sent: Sent, facet: Facet): number | undefined => {
  const value = Number(sent.get(facet) ?? NaN);
  return Number.isFinite(value) ? value : undefined;
};

const day = (sent: Sent, ...facets: readonly Facet[]): string | undefined => {
  const said = facets.map((facet) => text(sent, facet)).find((each) => each !== undefined);
  return dayOfText(said);
};

function coded(sent: Sent, words: string | undefined): CodedText | undefined {
  const code = sent.get('code');
  const said = words ?? (code === undefined ? undefined : String(code));
  if (said === undefined) return undefined;
  if (typeof code !== 'string' && typeof code !== 'number') return { text: said };
  const system = text(sent, 'system') ?? 'http://snomed.info/sct';
  return { text: said, coding: { system, code: String(code), display: said } };
}

const begin = <Kind extends EntryKind>(kind: Kind, sent: Sent, { id, recorded }: Received) => {
  const organisation = text(sent, 'organisationCode');
  return { kind, id, recorded, ...(organisation !== undefined && { organisation: organisation as OdsCode }) }; // as it was sent: it may be anybody's
};

const lower = (value: string | undefined): string => value?.toLowerCase().replaceAll(/[^a-z]+/g, '-') ?? '';

const read: { readonly [Kind in EntryKind]?: (sent: Sent, received: Received) => Entry | undefined } = {
  vaccination(sent, received) {
    const what = coded(sent, text(sent, 'what', 'sort'));
    const given = day(sent, 'date', 'start');
    if (what === undefined || given === undefined) return undefined;
    const batch = text(sent, 'batch');
    return {
      ...begin('vaccination', sent, received),
      sort: (text(sent, 'sort') ?? what.text).toUpperCase(),
      what,
      diseases: [],
      given,
      dose: number(sent, 'dose') ?? 1,
      ...(batch !== undefined && { batch }),
      status: /not|declin|refus/.test(lower(text(sent, 'status'))) ? 'not-done' : 'completed',
    };
  },
  condition(sent, received) {
    const what = coded(sent, text(sent, 'what', 'sort'));
    if (what === undefined) return undefined;
    const end = day(sent, 'end');
    const note = text(sent, 'note');
    return {
      ...begin('condition', sent, received),
      sort: lower(what.text),
      what,
      onset: day(sent, 'start', 'date') ?? received.recorded,
      ...(end !== undefined && { end }),
      isMajor: true,
      ...(note !== undefined && { note }),
    };
  },
  medication(sent, received) {
    const medicine = coded(sent, text(sent, 'what'));
    if (medicine === undefined) return undefined;
    const end = day(sent, 'end');
    return {
      ...begin('medication', sent, received),
      sort: lower(medicine.text.split(' ')[0]),
      medicine,
      form: '',
      course: sent.get('course') === true || /repeat/.test(lower(text(sent, 'course'))) ? 'repeat' : 'acute',
      dose: text(sent, 'dose') ?? 'As directed',
      quantity: { value: number(sent, 'quantity') ?? 1, unit: text(sent, 'unit') ?? '' },
      days: number(sent, 'days') ?? 28,
      start: day(sent, 'start', 'date') ?? received.recorded,
      ...(end !== undefined && { end }),
      for: [],
    };
  },
  allergy(sent, received) {
    const substance = coded(sent, text(sent, 'what'));
    if (substance === undefined) return undefined;
    const reaction = text(sent, 'reaction');
    return {
      ...begin('allergy', sent, received),
      sort: lower(substance.text),
      substance,
      category: /food/.test(lower(text(sent, 'category')))
        ? 'food'
        : /environ/.test(lower(text(sent, 'category')))
          ? 'environment'
          : 'medication',
      ...(reaction !== undefined && { reaction: { text: reaction } }),
    };
  },
  observation(sent, received) {
    const what = coded(sent, text(sent, 'what', 'sort'));
    if (what === undefined) return undefined;
    const value = number(sent, 'quantity');
    const finding = text(sent, 'quantity');
    return {
      ...begin('observation', sent, received),
      sort: lower(what.text),
      what,
      ...(value === undefined
        ? finding !== undefined && { finding: { text: finding } }
        : { value: { value, unit: text(sent, 'unit') ?? '' } }),
    };
  },
  appointment(sent, received) {
    const on = day(sent, 'start', 'date');
    if (on === undefined) return undefined;
    const status = lower(text(sent, 'status'));
    return {
      ...begin('appointment', sent, received),
      on,
      at: text(sent, 'time')?.slice(0, 5) ?? englishDayAndTime(text(sent, 'start', 'date'))?.time ?? '09:00',
      minutes: number(sent, 'minutes') ?? 15,
      status: /cancel/.test(status) ? 'cancelled' : /miss|noshow|not-attend/.test(status) ? 'missed' : 'booked',
      mode: /phone/.test(lower(text(sent, 'mode'))) ? 'telephone' : /video/.test(lower(text(sent, 'mode'))) ? 'video' : 'face-to-face',
      reason: { text: text(sent, 'reason', 'what', 'note') ?? 'Appointment' },
      setting: 'general-practice',
    };
  },
  referral(sent, received) {
    const specialty = text(sent, 'specialty', 'what');
    const to = text(sent, 'organisationCode');
    if (specialty === undefined || to === undefined) return undefined;
    return {
      ...begin('referral', sent, received),
      specialty: { text: specialty },
      reason: coded(sent, text(sent, 'reason')) ?? { text: specialty },
      priority: /two|2/.test(lower(text(sent, 'priority')))
        ? 'two-week-wait'
        : /urgent/.test(lower(text(sent, 'priority')))
          ? 'urgent'
          : 'routine',
      status: 'sent',
      ubrn: text(sent, 'reference') ?? '',
      to: to as OdsCode, // as it was sent
      about: [],
    };
  },
};
