/** What `check` says of a contract, as data. */
import { planApi } from '../plan/api-plan.ts';
import { roleCoverage } from '../meaning/roles/role-coverage.ts';
import type { Operation, Quirk } from '../contract/contract.ts';
import type { Served } from '../gateway/api.ts';
import { quirksOf } from './quirks.ts';

export interface ContractReport {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly base: string;
  readonly operations: readonly OperationReport[];
  readonly quirks: readonly Quirk[];
  readonly roles: { readonly leaves: number; readonly known: number; readonly unknown: readonly string[] };
}

export interface OperationReport {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** The first way that can answer; the later ones stand behind it. `empty` documents no body. */
  readonly answeredBy: 'behaviour' | 'inferred' | 'example' | 'generated' | 'empty';
}

/** As many unknown names as fit on a line. */
const unknownNames = 5;

export function reportOn({ contract, mock }: Served): ContractReport {
  const plan = planApi(contract);
  const { leaves, known, unknownByFrequency } = roleCoverage(contract);
  return {
    slug: contract.slug,
    title: contract.title,
    version: contract.version,
    base: contract.basePath || `/${contract.slug}`,
    operations: contract.operations.map((operation) => ({
      id: operation.id,
      method: operation.method.toUpperCase(),
      path: operation.path + (operation.fragment === undefined ? '' : `#${operation.fragment}`),
      answeredBy: mock?.behaviours[operation.id] ? 'behaviour' : plan.of(operation).state ? 'inferred' : fromContract(operation),
    })),
    quirks: quirksOf(plan),
    roles: { leaves, known, unknown: unknownByFrequency.slice(0, unknownNames).map(([name]) => name) },
  };
}

function fromContract(operation: Operation): 'example' | 'generated' | 'empty' {
  const successes = [...operation.responses].filter(([key]) => key.startsWith('2') || key === 'default').map(([, response]) => response);
  const content = successes.flatMap((response) => response.content);
  if (content.some(({ examples }) => examples.length > 0)) return 'example';
  return content.length > 0 ? 'generated' : 'empty';
}
