/** The APIs that come with the project: each contract in `openapi/`, with what its folder in `mocks/` adds to it. */
import { lazilyLoaded } from '../contract/lazily.ts';
import { builtContract } from '../contract/built.ts';
import type { Announced, Served } from '../gateway/announced.ts';
import { announcements } from '../generated/announcements.ts';
import { generatedContracts } from '../generated/catalogue.ts';
import { mocks } from '../generated/mocks.ts';
import type { AnyMock, SomeMock } from '../mock/mock.ts';

/** What is read serves every gateway of this process. */
const announced: readonly Announced[] = announcements.map((one) => ({ ...one, load: lazilyLoaded(() => ownApi(one.slug)) }));

/** All of them, or those of these names: read when somebody asks them. */
export const announcedApis = (slugs?: readonly string[]): readonly Announced[] => named(slugs);

/** The same, read. */
export const ownApis = (slugs?: readonly string[]): Promise<readonly Served[]> => Promise.all(named(slugs).map(({ slug }) => ownApi(slug)));

function named(slugs: readonly string[] | undefined): readonly Announced[] {
  if (!slugs) return announced;
  return slugs.map((slug) => {
    const known = announced.find((one) => one.slug === slug);
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
