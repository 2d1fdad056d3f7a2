/** Generated bodies that many answers are made after: one per response and seed. What in it is about one request (ids, dates, people) is told anew for each. */
import type { Faker } from '../making/faker.ts';
import { generateChecked, type Generator, SOME_DAY } from '../making/generate.ts';
import type { Json, MediaType, Operation } from '../contract/contract.ts';
import { isObject } from '../contract/json.ts';
import { lazilyFor } from '../contract/lazily.ts';
import { studied, type StudiedBody } from '../meaning/studied-body.ts';
import { nobody } from '../population.ts';

export interface DonorFor {
  readonly operation: Operation;
  readonly media: MediaType;
  readonly seed: number;
  readonly faker: Faker | undefined;
}

/** Undefined where no body can be used again: none fits its schema, or it holds addresses of its own parts. */
export type Donors = (about: DonorFor) => StudiedBody | undefined;

/** Seeds whose donors are kept for one response. */
const MOST = 16;

export function planDonors(generator: Generator): Donors {
  const ofMedia = lazilyFor<MediaType, Map<string, StudiedBody | undefined>>(() => new Map());
  return (about) => {
    const known = ofMedia(about.media);
    const key = `${about.seed} ${about.operation.id} ${about.faker !== undefined}`;
    if (!known.has(key)) {
      if (known.size >= MOST) known.clear();
      known.set(key, donorFor(generator, about));
    }
    return known.get(key);
  };
}

/** About somebody made up, of whom everything can be said. */
function donorFor(generator: Generator, { operation, media, seed, faker }: DonorFor): StudiedBody | undefined {
  const at = media.schema;
  if (!at) return undefined;
  const key = `a donor ${seed} ${operation.id} ${at.pointer}`;
  const { value, faults } = generateChecked({
    generator,
    at,
    key,
    now: SOME_DAY,
    population: nobody,
    operation,
    ...(faker ? { faker } : {}),
  });
  return faults.length > 0 || isBundle(value) ? undefined : studied(generator.meaning, value, at, operation);
}

function isBundle(value: Json): boolean {
  return isObject(value) && value['resourceType'] === 'Bundle';
}
