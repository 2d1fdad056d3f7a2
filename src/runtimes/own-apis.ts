/** The APIs that come with the project: each contract in `openapi/`, with what its folder in `mocks/` adds to it. */
import { builtContract } from '../contract/built.ts';
import type { Announced, Served } from '../gateway/announced.ts';
import { announcements } from '../generated/announcements.ts';
import { generatedContracts } from '../generated/catalogue.ts';
import { mocks } from '../generated/mocks.ts';
import type { AnyMock, SomeMock } from '../mock/mock.ts';

/** All of them, or those of these names: read when somebody asks them. */
export const announcedApis = (slugs?: readonly string[]): readonly Announced[] =>
  named(slugs).map((announcement) => ({ ...announcement, load: () => readOnce(announcement.slug) }));

/** What is read serves every gateway of this process. */
const read = new Map<string, Promise<Served>>();

function readOnce(slug: string): Promise<Served> {
  const known = read.get(slug) ?? ownApi(slug);
  read.set(slug, known);
  // What could not be read is tried again for the next who asks.
  known.catch(() => read.delete(slug));
  return known;
}

/** The same, read. */
export const ownApis = (slugs?: readonly string[]): Promise<readonly Served[]> => Promise.all(named(slugs).map(({ slug }) => ownApi(slug)));

function named(slugs: readonly string[] | undefined): typeof announcements {
  if (!slugs) return announcements;
  return slugs.map((slug) => {
    const known = announcements.find((one) => one.slug === slug);
    if (!known) throw new RangeError(`the catalogue has no API called ${JSON.stringify(slug)}`);
    return known;
  });
}

async function ownApi(slug: string): Promise<Served> {
  const [generated, module] = await Promise.all([generatedContracts[slug]?.(), rules[slug]?.()]);
  if (!generated) throw new RangeError(`the catalogue has no contract called ${JSON.stringify(slug)}`);
  // It lets through only calls that its contract allows, which is what its types promised.
  const mock = module?.default as AnyMock | undefined;
  return { contract: builtContract(generated), mock: mock && sayingWhatItEmits(mock) };
}

/** Ours that say nothing emit nothing. */
const sayingWhatItEmits = (mock: AnyMock): AnyMock => ({ ...mock, events: { emits: [], ...mock.events } });

const rules: Readonly<Record<string, (() => Promise<{ readonly default: SomeMock }>) | undefined>> = mocks;
