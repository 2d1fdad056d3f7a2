/**
 * The synthetic world behind the `Population` port: up to 909,091 people, each a pure function of (seed, index), none of them stored.
 * Published personas come first; the people who would get in their way do not exist.
 */
import type { IsoDate, Population } from '../population.ts';
import { buildWorld, type World, type WorldSettings, type WorldView } from './build-world.ts';
import { numbersInRange } from './nhs-numbers.ts';
import { personasOn } from './personas-on.ts';
import { statedDay } from './reach.ts';

export interface WorldOptions extends Partial<WorldSettings> {
  /** The day for which it is given at first. */
  readonly asOf?: IsoDate;
}

/** Leaves 9,091 numbers of the range to be given out. */
export const defaultSize = 900_000;
export const defaultSeed = 42;
export const largestSize = numbersInRange;

/** Views of other days that are kept. */
const viewsAtMost = 3;

export function createWorld(options: WorldOptions = {}): Population {
  const { seed = defaultSeed, size = defaultSize, personas = [], organisations = [] } = options;
  if (!Number.isInteger(size) || size < 1 || size > largestSize) {
    throw new RangeError(`the population size must be a whole number from 1 to ${largestSize}`);
  }
  let built: World | undefined;
  // Tables take some milliseconds, so they are built when somebody is first asked for.
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
    let seen: WorldView | undefined;
    const view = (): WorldView => (seen ??= world().on(date, published));
    return {
      size,
      asOf: date,
      on: (other, since = made) => viewOn(other, since),
      published,
      brought: () => [],
      find: (nhsNumber) => view().find(nhsNumber),
      search: (query) => view().search(query),
      organisation: (ods) => view().organisation(ods),
      organisations: (kind) => view().organisations(kind),
      practitioners: (ods) => view().practitioners(ods),
      relatives: (nhsNumber) => view().relatives(nhsNumber),
      partnerships: (nhsNumber) => view().partnerships(nhsNumber),
      household: (nhsNumber) => view().household(nhsNumber),
      addresses: (postcode, paf) => view().addresses(postcode, paf),
      members: (ods) => view().members(ods),
      events: (nhsNumber, window) => view().events(nhsNumber, window),
      at: (index) => view().at(index),
      withTrait: (trait) => view().withTrait(trait),
      spareNumber: (n) => view().spareNumber(n),
    };
  }

  return viewOn(options.asOf ?? statedDay, statedDay);
}
