/** A contract that somebody brought: read as far as it can be, and told what was understood of it. */
import { firstQuirks } from '../../contract/quirk-texts.ts';
import type { Contract, Quirk } from '../../contract/contract.ts';
import { DOCUMENT_BYTES } from '../../contract/limits.ts';
import { loadContract, slugOf } from '../../contract/load.ts';
import { unlessBeyond } from '../../contract/work.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { aboutLostLines } from '../lost-lines.ts';
import type { Api } from '../../gateway/api.ts';
import { isReserved } from '../../gateway/reserved.ts';
import { mayBeShown } from '../../gateway/request/withheld.ts';
import type { Call } from '../../mock/call.ts';
import type { Problem } from '../../mock/problem.ts';
import { publishedNumberQuirks, publishedNumbers } from '../../plan/published-numbers.ts';
import { reportBeyond, reportOnOperation, type OperationReport } from '../../plan/report/operation-report.ts';

type Understood = components['schemas']['UnderstoodContract'];

export const notBrought: Problem = { problem: 'not-found', message: 'This workspace brought no contract of this name.' };

/** The text that was sent, whatever type it was called. */
export function contractText({ binary }: Pick<Call, 'binary'>): string | Problem {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(binary?.bytes);
  } catch {
    return { problem: 'malformed-body', message: `A contract is UTF-8 text of at most ${DOCUMENT_BYTES} bytes.` };
  }
}

/** The contract under the name that it would be served by, or what is wrong with it. */
export function understoodIn(name: string, text: string): Contract | Problem {
  const slug = slugOf(name);
  if (!mayBeShown(slug)) return unprocessable('A contract may not be named by a number of a patient, or a secret.');
  try {
    const contract = loadContract({ name: slug, text });
    return isReserved(contract.basePath) ? unprocessable('Its base path is /_sandbox, which belongs to the sandbox itself.') : contract;
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') return unprocessable(error.message + aboutLostLines(text));
    throw error;
  }
}

export const unprocessable = (message: string): Problem => ({ problem: 'unprocessable', message });

const quirksAtFirst = (contract: Contract): readonly Quirk[] => [...publishedNumberQuirks(publishedNumbers(contract)), ...contract.quirks];

export function understoodContract(contract: Contract, quirks = quirksAtFirst(contract)): Understood {
  return {
    slug: contract.slug,
    title: redactLiveNumbers(contract.title),
    base: redactLiveNumbers(contract.basePath || `/${contract.slug}`),
    operations: contract.operations.length,
    quirks: firstQuirks(quirks).first.map(({ pointer, effect, message }) => ({
      pointer: redactLiveNumbers(pointer),
      effect,
      message: redactLiveNumbers(message),
    })),
  };
}

/** The same with how each operation is answered. */
export function understoodApi({ contract, plan }: Pick<Api, 'contract' | 'plan'>, quirks?: readonly Quirk[]): Understood {
  const understood = contract.operations.map((operation) =>
    unlessBeyond(
      () => reportOnOperation(plan.of(operation), false),
      ({ message }) => reportBeyond(operation, message),
    ),
  );
  return { ...understoodContract(contract, quirks), understood: understood.map(told) };
}

function told({ id, method, path, answeredBy, state, beyond, guesses }: OperationReport) {
  return {
    id: redactLiveNumbers(id),
    method,
    path: redactLiveNumbers(path),
    answeredBy,
    ...(state && { does: state.interaction, resource: redactLiveNumbers(state.resource) }),
    guesses: [...guesses.map(({ sentence }) => sentence), ...(beyond === undefined ? [] : [beyond])].map((text) => redactLiveNumbers(text)),
  };
}
