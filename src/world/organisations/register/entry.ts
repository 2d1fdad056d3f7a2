/** What the register has of one on a day. What is ahead is not told but for an end that is announced; what is past is told with its end. */
import type {
  HeldRole,
  OrganisationRelationship,
  RegisterEntry,
  RegisterPeriods,
  StatedEntry,
  Succession,
} from '../../../organisation-register.ts';
import type { IsoDate, Organisation } from '../../../population.ts';
import { field } from '../../fields.ts';
import { hash } from '../../hash.ts';
import type { Registered } from './registered.ts';
import { dayAfter } from './changes.ts';
import { sortFacts } from './roles.ts';

/** Numbers of instances: so many of each organisation's. */
const each = 16;
const firstRole = 100_000;
const firstRelationship = 200_000;
const firstSuccession = 30_000;
/** One in so many that are no statutory bodies has statutory dates none the less. */
const alsoLegal = 10;

/** Whether it is in the register on a day. */
export const isInRegister = ({ opened, deleted }: Registered, today: IsoDate): boolean =>
  opened <= today && (deleted === undefined || today < deleted);

/** Its last day, where that is known. */
export function knownEnd(held: Registered, today: IsoDate): IsoDate | undefined {
  const { closed, announced } = held;
  return hasClosed(held, today) || (announced !== undefined && announced <= today) ? closed : undefined;
}

export const hasClosed = ({ closed }: Registered, today: IsoDate): boolean => closed !== undefined && closed < today;

/** The order of the organisation that has a relationship of this number. */
export const orderOfRelationship = (id: number): number => Math.floor((id - firstRelationship) / each);

export function rolesOf(held: Registered, seed: number, today: IsoDate): readonly HeldRole[] {
  const usual = sortFacts[held.sort].roles.filter(
    ({ oneIn }, n) => oneIn === undefined || hash(seed, held.order, field.register + 4 + n) % oneIn === 0,
  );
  const all: NonNullable<StatedEntry['roles']> = held.stated?.roles ?? usual;
  return all.flatMap(({ id, code, start = held.opened, end }, n): readonly HeldRole[] => {
    if (start > today) return [];
    const periods = periodsTold(held, seed, today, { start, end });
    return [{ id: id ?? String(firstRole + held.order * each + n), code, isPrimary: n === 0, isActive: isOn(periods, today), ...periods }];
  });
}

export function relationshipsOf(held: Registered, seed: number, today: IsoDate): readonly OrganisationRelationship[] {
  return held.ties.flatMap(({ id, code, to, start, end }, n): readonly OrganisationRelationship[] => {
    if (start > today) return [];
    const periods = periodsTold(held, seed, today, { start, end });
    return [
      { id: id ?? String(firstRelationship + held.order * each + n), code, from: held.ods, to, isActive: isOn(periods, today), ...periods },
    ];
  });
}

export const successionsOf = ({ order, successions }: Registered, today: IsoDate): readonly Succession[] =>
  successions.flatMap((succession, n) =>
    succession.on > today ? [] : [{ id: String(firstSuccession + order * each + n), ...succession }],
  );

const isOn = ({ operational: { start, end } }: RegisterPeriods, today: IsoDate): boolean =>
  start <= today && (end === undefined || end >= today);

const earlier = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

interface FromTo {
  readonly start: IsoDate;
  readonly end: IsoDate | undefined;
}

/** Of what an organisation has: the end is told when it is past, or as soon as that of the organisation is known. */
function periodsTold(held: Registered, seed: number, today: IsoDate, { start, end }: FromTo): RegisterPeriods {
  const past = end !== undefined && end < today ? end : undefined;
  return periodsOf(held, seed, { start, end: earlier(past, knownEnd(held, today)) });
}

function periodsOf(held: Registered, seed: number, { start, end }: FromTo): RegisterPeriods {
  const period = { start, ...(end !== undefined && { end }) };
  const isLegal = sortFacts[held.sort].isStatutory ?? hash(seed, held.order, field.register + 3) % alsoLegal === 0;
  return { ...(isLegal && { legal: period }), operational: period };
}

/** Without where it lies: that is known of places. */
export function entryOf(held: Registered, organisation: Organisation, seed: number, today: IsoDate): Omit<RegisterEntry, 'geography'> {
  const facts = sortFacts[held.sort];
  const { stated } = held;
  const changes = changesOf(held, seed, today);
  const website = stated?.website ?? (held.isReferenceOnly ? undefined : `https://${held.ods.toLowerCase()}.example`);
  return {
    organisation,
    recordClass: stated?.recordClass ?? (facts.isSite ? 'RC2' : 'RC1'),
    isReferenceOnly: held.isReferenceOnly ?? false,
    isActive: !hasClosed(held, today),
    ...periodsOf(held, seed, { start: held.opened, end: knownEnd(held, today) }),
    changes,
    lastChanged: changes.at(-1) ?? held.opened,
    assigner: stated?.assigner ?? facts.assigner,
    ...(website !== undefined && { website }),
    roles: rolesOf(held, seed, today),
    relationships: relationshipsOf(held, seed, today),
    successions: successionsOf(held, today),
  };
}

/** The days on which something of it began, was told or held no more; on most a word was mended on some day besides. */
function changesOf(held: Registered, seed: number, today: IsoDate): readonly IsoDate[] {
  const drawn = hash(seed, held.order, field.register + 8);
  const mended = `${2016 + (drawn % 9)}-${String(1 + ((drawn >>> 8) % 12)).padStart(2, '0')}-${String(1 + ((drawn >>> 16) % 28)).padStart(2, '0')}`;
  const { opened, announced, closed, ties, successions, stated, isReferenceOnly } = held;
  const goneOn = closed && dayAfter(closed);
  const spans = [...ties, ...rolesOf(held, seed, today).map(({ operational }) => operational)];
  const days = isReferenceOnly
    ? [goneOn]
    : [
        stated?.lastChanged ?? mended,
        announced,
        goneOn,
        ...spans.flatMap(({ start, end }) => [start, end && dayAfter(end)]),
        ...successions.map(({ on }) => on),
      ];
  const since = days.filter((day) => day !== undefined).filter((day) => day > opened && day <= today);
  return [opened, ...new Set(since.toSorted())];
}
