/** Understands an OpenAPI document brought at run time: reads, upgrades and mends it, and says what could not be understood. */
import { basePathOf } from './reading/base-path.ts';
import type { Contract, Quirk } from './contract.ts';
import { ContractError } from './contract-error.ts';
import { COST, type Limits, PATTERN_LENGTH, PATTERN_SIZE, SHARED_LIMITS } from './limits.ts';
import { describe } from './reading/describe.ts';
import { mendDocument } from './reading/mend/mend-document.ts';
import { listOperations } from './reading/operations.ts';
import { tidyQuirks } from './quirk-texts.ts';
import { compilePattern, type PatternTest } from './validation/pattern.ts';
import { sizeOfPattern } from './validation/pattern-size.ts';
import { type DocumentFile, type ReadDocument, readDocument } from './reading/read-document.ts';
import { budgetOf, countWork } from './work.ts';
import { interpretedValidator } from './validation/validate-interpreted.ts';

/** Throws a ContractError where the text is no contract at all; everything less is a quirk of the contract. */
export function loadContract(file: DocumentFile, limits: Limits = SHARED_LIMITS): Contract {
  const budget = budgetOf(limits.steps, () => tooMuchWork(file.name, limits));
  const read = readDocument(file, limits, budget);
  const { document, quirks } = read;
  const patterns = new Map<string, PatternTest>();
  const doubted = mendDocument(read, budget, (pattern) => {
    const known = patterns.get(pattern);
    if (!known) budget.spend(COST.quirk + COST.pattern * sizeOfMachine(pattern));
    const compiled = known ?? compilePattern(pattern);
    if (typeof compiled === 'function') patterns.set(pattern, compiled);
    return compiled;
  });
  document['openapi'] = '3.1.1';
  const work = countWork();
  const operations = listOperations({ document, quirks, budget });
  const wanted = asSlug(file.name);
  const slug = spokenFor(wanted);
  if (slug !== wanted)
    quirks.push({ pointer: '', effect: 'mended', message: `The name ${wanted} is spoken for; the contract is called ${slug} here.` });
  if (operations.length > limits.operations) {
    throw new ContractError(
      'too-many-operations',
      `The contract has ${operations.length} operations; at most ${limits.operations} are served.`,
    );
  }
  return {
    slug,
    ...describe(document),
    basePath: basePathOf(document, quirks),
    document,
    operations,
    quirks: tidyQuirks(quirks.map((quirk) => withFile(quirk, read))),
    work,
    readingSteps: budget.spent(),
    ...interpretedValidator(document, work, { patterns, doubted }),
  };
}

/** What says too much is never built, only looked at. */
function sizeOfMachine(pattern: string): number {
  const size = sizeOfPattern(pattern);
  return size > PATTERN_SIZE ? Math.min(pattern.length, PATTERN_LENGTH) : size;
}

function tooMuchWork(name: string, { steps }: Limits): ContractError {
  return new ContractError(
    'too-much-work',
    `${name} takes more than the ${steps} steps that reading a contract may take: it has too many values, schemas, patterns or repeated references.`,
  );
}

/** `specs/My API.v1.yaml` is `my-api.v1`. */
export const slugOf = (name: string): string => spokenFor(asSlug(name));

const SLUG_LENGTH = 64;

/** Where a deployment has its workspaces, and what every object has a member of. */
const SPOKEN_FOR: ReadonlySet<string> = new Set(['w', 'constructor']);

const spokenFor = (slug: string): string => (SPOKEN_FOR.has(slug) ? `${slug}-contract` : slug);

function asSlug(name: string): string {
  // A name may be a whole path, and its end says most.
  const path = name.slice(-1_000);
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  const slug = file
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/(?:\.(?:json|ya?ml))+$/, '')
    .replace(/^[-._]+/, '');
  return slug.slice(0, SLUG_LENGTH).replace(/(?:[-._]|\.(?:json|ya?ml))+$/, '') || 'contract';
}

/** Names the file in which a quirk's place was written, where it is not the document itself. */
function withFile(quirk: Quirk, { fileOf }: ReadDocument): Quirk {
  // Swagger 2.0 keeps its components at the root.
  const file =
    quirk.file ??
    fileOf(quirk.pointer) ??
    fileOf(quirk.pointer.replace(/^\/components\/schemas\//, '/definitions/').replace(/^\/components\//, '/'));
  return file === undefined ? quirk : { ...quirk, file };
}
