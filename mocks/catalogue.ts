/** The APIs that come with the project, one line each: the contract is `openapi/<slug>.yaml`, the mock says what it cannot. */
import type { ApiPaths } from '../src/generated/api-paths.ts';
import type { AnyMock, MockRules } from '../src/mock/mock.ts';

/** Each mock is typed by its own contract, so what they have in common is only that their behaviours take some call. */
type SomeMock = MockRules & { readonly behaviours: Readonly<Record<string, ((call: never) => unknown) | undefined>> };

export interface CatalogueEntry {
  readonly slug: Exclude<keyof ApiPaths, 'sandbox-control'>;
  readonly mock?: () => Promise<{ readonly default: AnyMock }>;
  /** How near it is to the real service, in a sentence or two: for the table of APIs in the documentation. */
  readonly fidelity: string;
}

export const catalogue: readonly CatalogueEntry[] = [
  {
    slug: 'personal-demographics',
    mock: () => held(import('./personal-demographics/mock.ts')),
    fidelity:
      'Searches, checks and their order, error texts, versions and restricted records as the real service has them, over the whole ' +
      'population. Tokens are not asked for. Notifying a birth is an extension of the published contract.',
  },
];

/** The mock as the gateway holds it: it lets through only calls that the contract allows, which is what the types promised. */
async function held(module: Promise<{ readonly default: SomeMock }>): Promise<{ readonly default: AnyMock }> {
  return { default: (await module).default as AnyMock };
}
