/** The APIs that come with the project: each contract of the catalogue with its mock. */
import { catalogue } from '../../mocks/catalogue.ts';
import { builtContract } from '../contract/built.ts';
import type { Served } from '../gateway/api.ts';
import { generatedContracts } from '../generated/catalogue.ts';

/** All of them, or those of these names. */
export function ownApis(slugs?: readonly string[]): Promise<readonly Served[]> {
  const wanted = slugs ?? catalogue.map(({ slug }) => slug);
  return Promise.all(wanted.map(ownApi));
}

async function ownApi(slug: string): Promise<Served> {
  const entry = catalogue.find((one) => one.slug === slug);
  const generated = generatedContracts[slug];
  if (!entry || !generated) throw new RangeError(`the catalogue has no API called ${JSON.stringify(slug)}`);
  const mock = await entry.mock?.();
  return { contract: builtContract(generated), ...(mock ? { mock: mock.default } : {}) };
}
