/** The APIs that come with the project: each contract in `openapi/`, with what its folder in `mocks/` adds to it. */
import { builtContract } from '../contract/built.ts';
import type { Served } from '../gateway/api.ts';
import { catalogueNames } from '../generated/api-paths.ts';
import { generatedContracts } from '../generated/catalogue.ts';
import { mocks } from '../generated/mocks.ts';
import type { AnyMock, SomeMock } from '../mock/mock.ts';

const names: readonly string[] = catalogueNames;

/** All of them, or those of these names. */
export function ownApis(slugs: readonly string[] = names): Promise<readonly Served[]> {
  return Promise.all(slugs.map(ownApi));
}

async function ownApi(slug: string): Promise<Served> {
  const load = names.includes(slug) ? generatedContracts[slug] : undefined;
  if (!load) throw new RangeError(`the catalogue has no API called ${JSON.stringify(slug)}`);
  const [generated, module] = await Promise.all([load(), rules[slug]?.()]);
  const mock = module?.default;
  // It lets through only calls that its contract allows, which is what its types promised.
  return { contract: builtContract(generated), ...(mock && { mock: mock as AnyMock }) };
}

const rules: Readonly<Record<string, (() => Promise<{ readonly default: SomeMock }>) | undefined>> = mocks;
