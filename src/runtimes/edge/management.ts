/** What the holder of a workspace's key may do to it in a deployment, besides what `/_sandbox` offers everywhere. */
import { DOCUMENT_BYTES, WORKSPACE_READING_STEPS } from '../../contract/limits.ts';
import { firstQuirks } from '../../contract/quirk-texts.ts';
import { loadContract, slugOf } from '../../contract/load.ts';
import type { Contract } from '../../contract/contract.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import { controlPath } from '../../gateway/reserved.ts';
import { mayBeShown } from '../../gateway/request/withheld.ts';
import { publishedNumberQuirks, publishedNumbers } from '../../plan/published-numbers.ts';
import type { BroughtContracts } from './brought-contracts.ts';
import { contractsAtMost } from '../../workspace/contract-texts.ts';
import { StoreRefusal } from '../../workspace/store/guarded-store.ts';
import { controlProblem } from '../../control/control-problem.ts';
import { notAdmitted } from './edge-problem.ts';
import { readText } from './read-text.ts';

export interface Managed {
  /** What is told of the workspace. */
  describe(): Readonly<Record<string, string | number>>;
  readonly contracts: BroughtContracts;
  /** Serves what `contracts` holds from now on. */
  reload(): void;
  /** Deletes everything at once. */
  end(): Promise<void>;
  /** What waited may find that everything was deleted meanwhile. */
  hasEnded(): boolean;
}

const contractPath = /^\/_sandbox\/contracts\/([^/]+)$/;
const headers = { 'X-Sandbox-Data': 'synthetic', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };
const done = (): Response => new Response(null, { status: 204, headers });

/** Undefined where the path is none of these. */
export function manage(request: Request, path: string, managed: Managed): Response | Promise<Response> | undefined {
  const { method } = request;
  if (path === `${controlPath}/workspace`) {
    if (method === 'GET') return Response.json({ ...managed.describe(), contracts: managed.contracts.slugs() }, { headers });
    if (method === 'DELETE') return endIt(managed);
  }
  const [, name] = contractPath.exec(path) ?? [];
  if (name === undefined) return undefined;
  if (method === 'PUT') return bring(request, name, managed);
  if (method === 'DELETE') {
    if (!managed.contracts.delete(slugOf(name)))
      return controlProblem({ status: 404, title: 'Not found', detail: 'This workspace brought no contract of this name.' });
    managed.reload();
    return done();
  }
  return undefined;
}

async function endIt({ end }: Managed): Promise<Response> {
  await end();
  return done();
}

async function bring(request: Request, name: string, { contracts, reload, hasEnded }: Managed): Promise<Response> {
  const slug = slugOf(name);
  const text = await readText(request, DOCUMENT_BYTES);
  if (hasEnded()) return notAdmitted();
  if (!mayBeShown(slug))
    return controlProblem({
      status: 422,
      title: 'Unprocessable content',
      detail: 'A contract may not be named by a number of a patient, or a secret.',
    });
  if (text === undefined)
    return controlProblem({
      status: 413,
      title: 'Content too large',
      detail: `A contract is UTF-8 text of at most ${DOCUMENT_BYTES} bytes.`,
    });
  const known = contracts.slugs();
  if (known.includes(slug) && name.replace(/\.(?:json|ya?ml)$/, '') !== slug) {
    return controlProblem({
      status: 422,
      title: 'Unprocessable content',
      detail: `A contract of this name would be called ${slug}, and there is one: put it at ${controlPath}/contracts/${slug} to replace that, or under another name.`,
    });
  }
  if (!known.includes(slug) && known.length >= contractsAtMost) {
    return controlProblem({
      status: 422,
      title: 'Unprocessable content',
      detail: `A workspace holds at most ${contractsAtMost} contracts; delete one first.`,
    });
  }
  const contract = understand(slug, text);
  if (typeof contract === 'string') return controlProblem({ status: 422, title: 'Unprocessable content', detail: contract });
  const beside = contracts.stepsBeside(slug);
  if (beside + contract.readingSteps > WORKSPACE_READING_STEPS) {
    return controlProblem({
      status: 422,
      title: 'Unprocessable content',
      detail:
        `Reading the contracts of a workspace may take ${WORKSPACE_READING_STEPS} steps in all. ` +
        `This one takes ${contract.readingSteps}, and those that are there take ${beside}; delete one first.`,
    });
  }
  try {
    contracts.put(slug, text, contract.readingSteps);
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
    return controlProblem({ status: 429, title: 'Too many requests', detail: error.message });
  }
  reload();
  return Response.json(
    {
      slug,
      title: redactLiveNumbers(contract.title),
      base: redactLiveNumbers(contract.basePath || `/${slug}`),
      operations: contract.operations.length,
      quirks: firstQuirks([...publishedNumberQuirks(publishedNumbers(contract)), ...contract.quirks]).first.map((quirk) =>
        Object.fromEntries(Object.entries(quirk).map(([name, text]) => [name, typeof text === 'string' ? redactLiveNumbers(text) : text])),
      ),
    },
    { headers },
  );
}

/** The contract, or what is wrong with it. */
function understand(slug: string, text: string): Contract | string {
  try {
    const contract = loadContract({ name: slug, text });
    if (contract.basePath === controlPath || contract.basePath.startsWith(`${controlPath}/`))
      return `Its base path is ${controlPath}, which belongs to the sandbox itself.`;
    return contract;
  } catch (error) {
    if (error instanceof Error && error.name === 'ContractError') return error.message;
    throw error;
  }
}
