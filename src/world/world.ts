/**
 * The synthetic world behind the `Population` port: some 890,000 people, each a pure function of (seed, index), none of them stored.
 * Published personas come first, and everybody else keeps clear of them.
 */
import type { IsoDate, Population } from '../population.ts';
import { buildWorld, type World, type WorldSettings } from './build-world.ts';
import { personasOfDay } from './personas/personas-of-day.ts';
import { personasOn } from './personas/personas-on.ts';
import { statedDay } from './reach.ts';
import { viewOf, type WorldView } from './view.ts';

export interface WorldOptions extends Partial<WorldSettings> {
  /** The day for which it is given at first. */
  readonly asOf?: IsoDate;
}

/** The full layout: 64 copies of a pattern of 13,847. The rest of the range of numbers is for people whom clients create: at least 20,000. */
export const largestSize = 886_208;
export const defaultSize = largestSize;
export const defaultSeed = 42;

/** Views of other days that are kept. */
const viewsAtMost = 3;

export function createWorld(options: WorldOptions = {}): Population {
  const { seed = defaultSeed, size = defaultSize, personas = [], organisations = [] } = options;
  if (!Number.isInteger(size) || size < 1 || size > largestSize) {
    throw new RangeError(
      `the population size must be a whole number from 1 to ${largestSize}: the other numbers are for people whom clients create`,
    );
  }
  let built: World | undefined;
  // The pattern and its tables take some time, so they are made when somebody is first asked for.
  const world = (): World => (built ??= buildWorld({ seed, size, personas, organisations }));
  const views = new Map<string, Population>();

  /** Those that were asked for longest ago stand first. */
  function viewOn(date: IsoDate, made: IsoDate): Population {
    const place = `${date} ${made}`;
    const view = views.get(place) ?? newView(date, made);
    views.delete(place);
    views.set(place, view);
    for (const oldest of views.keys()) {
      if (views.size <= viewsAtMost) break;
      views.delete(oldest);
    }
    return view;
  }

  function newView(date: IsoDate, made: IsoDate): Population {
    const published = personasOn(personas, date, made);
    const testPeople = personasOfDay(published);
    let seen: WorldView | undefined;
    const view = (): WorldView => (seen ??= viewOf(world(), date, published, testPeople));
    return {
      size,
      asOf: date,
      on: (other, since = made) => viewOn(other, since),
      published,
      brought: () => [],
      // Most of what is asked is about the test people, and those need no pattern: a sandbox that starts shows one of them.
      find: (nhsNumber) => testPeople.find(nhsNumber) ?? view().find(nhsNumber),
      search: (query) => view().search(query),
      organisation: (ods) => view().organisation(ods),
      organisations: (kind) => view().organisations(kind),
      get register() {
        return view().register;
      },
      practitioners: (ods) => view().practitioners(ods),
      relatives: (nhsNumber) => view().relatives(nhsNumber),
      partnerships: (nhsNumber) => view().partnerships(nhsNumber),
      household: (nhsNumber) => view().household(nhsNumber),
      addresses: (postcode, paf) => view().addresses(postcode, paf),
      members: (ods, places) => view().members(ods, places),
      placesOnList: (ods) => view().placesOnList(ods),
      suppliedBy: (ods, from) => view().suppliedBy(ods, from),
      record: (nhsNumber) => view().record(nhsNumber),
      entry: (id) => view().entry(id),
      prescription: (id) => view().prescription(id),
      referral: (ubrn) => view().referral(ubrn),
      diary: (ods) => view().diary(ods),
      slot: (id) => view().slot(id),
      events: (nhsNumber, window) => view().events(nhsNumber, window),
      at: (index) => view().at(index),
      seek: (sought) => view().seek(sought),
      withTrait: (trait) => view().withTrait(trait),
      spareNumber: (n) => view().spareNumber(n),
    };
  }

  return viewOn(options.asOf ?? statedDay, statedDay);
}
