/** What `check` says of a contract, as data. */
import type { Quirk } from '../../contract/contract.ts';
import { basisOf, type Basis } from '../../contract/fidelity.ts';
import { groupOf, type ApiGroup } from '../../contract/group.ts';
import type { Served } from '../../gateway/announced.ts';
import { roleCoverage } from '../../meaning/roles/role-coverage.ts';
import { planApi } from '../../plan/api-plan.ts';
import { fidelityNotesOf } from '../../control/contracts/fidelity-notes.ts';
import type { AnyFidelity } from '../../mock/fidelity.ts';
import { quirksOf } from '../../control/contracts/all-quirks.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { reportBeyond, reportOnOperation, type OperationReport } from '../../plan/report/operation-report.ts';

export interface ContractReport {
  readonly slug: string;
  readonly group: ApiGroup;
  readonly basis: Basis;
  readonly title: string;
  readonly version: string;
  readonly base: string;
  readonly operations: readonly OperationReport[];
  readonly quirks: readonly Quirk[];
  /** What is known of its rules, where somebody has written it down. */
  readonly fidelity?: AnyFidelity;
  readonly roles: { readonly leaves: number; readonly known: number; readonly unknown: readonly string[] };
}

/** As many unknown names as fit on a line. */
const unknownNames = 5;

export async function reportOn(served: Served): Promise<ContractReport> {
  const { contract, mock } = served;
  const fidelity = await fidelityNotesOf(served);
  const plan = planApi(contract);
  const { leaves, known, unknownByFrequency } = unlessBeyond(
    () => roleCoverage(contract),
    () => ({ leaves: 0, known: 0, unknownByFrequency: [] }),
  );
  return {
    slug: contract.slug,
    group: groupOf(contract),
    basis: basisOf(contract, (id) => mock?.behaviours[id] !== undefined),
    title: contract.title,
    version: contract.version,
    base: contract.basePath || `/${contract.slug}`,
    operations: contract.operations.map((operation) =>
      unlessBeyond(
        () => reportOnOperation(plan.of(operation), mock?.behaviours[operation.id] !== undefined),
        ({ message }) => reportBeyond(operation, message),
      ),
    ),
    quirks: quirksOf(plan),
    ...(fidelity && { fidelity }),
    roles: { leaves, known, unknown: unknownByFrequency.slice(0, unknownNames).map(([name]) => name) },
  };
}
