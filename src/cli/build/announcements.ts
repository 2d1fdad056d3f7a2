/** What is known of each API of the catalogue before it is read: out of its contract and its mock, once both are there. */
import { builtContract } from '../../contract/built.ts';
import { announcementIn } from '../../gateway/announced.ts';
import { catalogueNames } from '../../generated/api-paths.ts';
import { generatedContracts } from '../../generated/catalogue.ts';
import { mocks } from '../../generated/mocks.ts';
import type { AnyMock, SomeMock } from '../../mock/mock.ts';
import { GENERATED } from './write.ts';

const rules: Readonly<Record<string, (() => Promise<{ readonly default: SomeMock }>) | undefined>> = mocks;

export async function announcementsModule(): Promise<string> {
  const lines = await Promise.all(
    catalogueNames.map(async (slug) => {
      const [generated, module] = await Promise.all([generatedContracts[slug]?.(), rules[slug]?.()]);
      if (!generated) throw new Error(`there is no contract of ${slug}`);
      const mock = module?.default as AnyMock | undefined; // only what it is called is read of it
      const { emits = [], asks = [], ...others } = announcementIn({ contract: builtContract(generated), mock });
      return `  ${JSON.stringify({ ...others, emits, asks })},`;
    }),
  );
  return [
    GENERATED,
    "import type { Announcement } from '../gateway/announced.ts';",
    '',
    '/** The APIs of the catalogue, in alphabetical order. */',
    'export const announcements: readonly Announcement[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}
