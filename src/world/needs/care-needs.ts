/** Needs of care: who waits, who is to be seen, who was, and what they need to be seen well. */
import type { Needs } from '../../population.ts';
import { adjustments } from '../clinical/care/adjustments.ts';
import { specialties } from '../clinical/hospital/specialties.ts';
import { dayOf } from '../calendar.ts';
import { asWord } from '../fold.ts';
import { byItsName, isIn, type Need, numberOf, readRange, withinDays } from './need.ts';

type CareNeed = 'waiting' | 'twoWeekWait' | 'appointment' | 'inHospital' | 'discharged' | 'consulted' | 'adjustment';

/** What hospitals do follows from conditions; what practices do, from everything. */
const ofHospitals = 2_000;
const ofPractices = 500;

const services = Object.values(specialties).map(({ service }) => service.text);
const serviceWords = services.map(asWord);

const atPractice: readonly string[] = ['consultation', 'review', 'nurse'];

const adjustmentsByWord = new Map([
  ['bsl', adjustments['sign-language'].text],
  ...Object.entries(adjustments).map(([name, { text }]): [string, string] => [name, text]),
]);
const adjustmentWords = [...adjustmentsByWord.keys()];

export const careNeeds: { readonly [Name in CareNeed]: Need<NonNullable<Needs[Name]>> } = {
  waiting: {
    value: 'weeks',
    alone: true,
    means: `Waits to be seen or treated at a hospital: for so many weeks, or by one of its services (${serviceWords.slice(0, 4).join(', ')} …), or both with a comma between, where they are said.`,
    example: '18..',
    wants: `nothing, weeks such as 18.. or 2..6, a service (${serviceWords.join(', ')}), or both: 18..,urology`,
    lookedAt: ofHospitals,
    read: readWaiting,
    why({ weeks = { from: 0, to: Infinity }, service }, { today, record }) {
      const found = record()
        ?.of('referral')
        .findLast(
          ({ waitingFor, specialty, recorded }) =>
            waitingFor !== undefined && isIn(weeksSince(recorded, today), weeks) && (service === undefined || specialty.text === service),
        );
      return found && `has waited ${numberOf(weeksSince(found.recorded, today), 'week')} for ${found.specialty.text.toLowerCase()}`;
    },
  },
  twoWeekWait: byItsName({
    means: 'Has been referred urgently because cancer is suspected, and is not seen yet, or not discharged.',
    lookedAt: ofHospitals,
    why(_, { record }) {
      const found = record()
        ?.of('referral')
        .findLast(({ priority, status }) => priority === 'two-week-wait' && status !== 'closed');
      return found && `urgent referral to ${found.specialty.text.toLowerCase()} on ${found.recorded}`;
    },
  }),
  appointment: withinDays(
    {
      means: 'Has an appointment today or within so many days.',
      example: '14',
      lookedAt: ofPractices,
      why(days, { today, record }) {
        const found = record()
          ?.of('appointment')
          .find(({ status, on }) => status === 'booked' && dayOf(on) >= today && dayOf(on) <= today + days);
        return found && `appointment on ${found.on} at ${found.at}`;
      },
    },
    365,
  ),
  inHospital: byItsName({
    means: 'Is in hospital.',
    lookedAt: ofHospitals,
    why(_, { record }) {
      const found = record()
        ?.of('admission')
        .find(({ discharged }) => discharged === undefined);
      return found && `in hospital since ${found.admitted}`;
    },
  }),
  discharged: withinDays({
    means: 'Left hospital within so many days, and is not back there.',
    example: '14',
    lookedAt: ofHospitals,
    why(days, { today, record }) {
      const stays = record()?.of('admission') ?? [];
      if (stays.some(({ discharged }) => discharged === undefined)) return undefined;
      const found = stays.findLast(({ discharged = '' }) => dayOf(discharged) >= today - days);
      return found && `left hospital on ${found.discharged}`;
    },
  }),
  consulted: withinDays({
    means: 'Saw or spoke to a doctor, a nurse or a pharmacist of their practice within so many days.',
    example: '30',
    lookedAt: ofPractices,
    why(days, { today, record }) {
      const found = record()
        ?.of('encounter')
        .findLast(({ sort, recorded }) => atPractice.includes(sort) && dayOf(recorded) >= today - days);
      return found && `consulted on ${found.recorded}`;
    },
  }),
  adjustment: {
    value: 'adjustment',
    means: `Needs this reasonable adjustment: ${adjustmentWords.join(', ')}, or any.`,
    example: 'any',
    wants: `one of ${adjustmentWords.join(', ')}, any`,
    lookedAt: ofHospitals,
    read: adjustmentsCalled,
    why(wanted, { record }) {
      const found = record()
        ?.of('flag')
        .find(({ category, what, end }) => category === 'reasonable-adjustment' && end === undefined && wanted.includes(what.text));
      return found && found.what.text.toLowerCase();
    },
  },
};

const weeksSince = (recorded: string, today: number): number => Math.floor((today - dayOf(recorded)) / 7);

function readWaiting(typed: string): NonNullable<Needs['waiting']> | undefined {
  if (typed === 'true') return {};
  let read: NonNullable<Needs['waiting']> = {};
  for (const part of typed.split(',')) {
    const weeks = readRange(part.trim());
    const service = services[serviceWords.indexOf(asWord(part))];
    if (weeks !== undefined && read.weeks === undefined) read = { ...read, weeks };
    else if (service !== undefined && read.service === undefined) read = { ...read, service };
    else return undefined;
  }
  return read;
}

function adjustmentsCalled(typed: string): readonly string[] | undefined {
  const word = asWord(typed);
  if (word === 'any') return [...adjustmentsByWord.values()];
  const text = adjustmentsByWord.get(word);
  return text === undefined ? undefined : [text];
}
