/** What each leaf and each parameter of a contract means: evidence scored, the best role kept, a person's own word above all. */
import type { Contract, Operation, Parameter, SchemaAt, SchemaObject } from '../contract/contract.ts';
import { byDescription } from './evidence/by-description.ts';
import { weighByExample } from './evidence/by-example.ts';
import { byFhirPath } from './evidence/by-fhir-path.ts';
import { byFormat } from './evidence/by-format.ts';
import { byName } from './evidence/by-name.ts';
import { byPattern } from './evidence/by-pattern.ts';
import { bySystem } from './evidence/by-system.ts';
import { type Candidate, type Evidence, type Leaf, roleKey, type RolePlace } from './schema/leaf.ts';
import { type FitsLeaf, leafJudge } from './schema/leaf-constraints.ts';
import { type Merged, schemaReader } from './schema/merged-schema.ts';
import { isRole } from './roles/check-role.ts';
import { parameterLeaf, searchedRole } from './schema/parameter-leaf.ts';
import { isRoleName, type Role, specialises } from './roles/roles.ts';
import { SAMPLES } from './roles/role-samples.ts';

/** A person's word on roles: by JSON pointer of a schema, or by property path (`patient.id`, also its tail) or parameter (`query.ref`). */
export type Sidecar = Readonly<Record<string, Role>>;

export interface Meaning {
  readonly contract: Contract;
  /** A schema with references followed and `allOf` merged; read once. */
  read(at: SchemaAt): Merged;
  /** Whether a leaf's value meets its own schema's constraints. */
  fits: FitsLeaf;
  roleOf(leaf: Leaf): Role | undefined;
  /** The same for a leaf that is looked at only where nothing is known of its key. */
  roleBy(key: string, leafOf: () => Leaf): Role | undefined;
  parameterRole(operation: Operation, parameter: Parameter): Role | undefined;
}

const EVIDENCE: readonly Evidence[] = [bySystem, byFhirPath, byPattern, byName, byDescription, byFormat];
/** Distinct leaves remembered per contract; instance paths of recursive schemas have no end. */
const REMEMBERED = 20_000;
const NO_SIDECAR: Sidecar = {};
/** What a parameter of a search by identifier seems to be by its name alone. */
export const SAYS_LITTLE: ReadonlySet<Role> = new Set<Role>(['opaqueId', 'reference', 'title', 'url', 'uuid']);

/** Understands a contract's leaves lazily, each of them once. */
export function inferRoles(contract: Contract, sidecar: Sidecar = NO_SIDECAR): Meaning {
  const read = schemaReader(contract);
  const fits = leafJudge(contract);
  const remembered = new Map<string, Role | undefined>();
  const roleBy: Meaning['roleBy'] = (key, leafOf) => {
    const known = remembered.get(key);
    if (known !== undefined || remembered.has(key)) return known;
    if (remembered.size >= REMEMBERED) remembered.clear();
    const leaf = leafOf();
    const role = writtenRole(leaf, sidecar) ?? score(leaf, fits);
    remembered.set(key, role);
    return role;
  };
  const roleOf: Meaning['roleOf'] = (leaf) => roleBy(roleKey(placeOf(leaf)), () => leaf);
  const ofParameters = new WeakMap<Operation, Map<Parameter, Role | undefined>>();
  const parameterRole = (operation: Operation, parameter: Parameter): Role | undefined => {
    const known = ofParameters.get(operation) ?? new Map<Parameter, Role | undefined>();
    ofParameters.set(operation, known);
    if (known.has(parameter)) return known.get(parameter);
    const leaf = parameterLeaf(operation, parameter, read);
    const role = roleOf(leaf);
    const searched = role === undefined || SAYS_LITTLE.has(role) ? searchedRole(operation, parameter) : undefined;
    const found = searched && admits(leaf.schema, searched, fits) ? searched : role;
    known.set(parameter, found);
    return found;
  };
  return { contract, read, fits, roleBy, roleOf, parameterRole };
}

function placeOf({ pointer, context, name, resource, siblings, example }: Leaf): RolePlace {
  return { pointer, name, siblings, example, scope: { words: context.join('/'), ...(resource ? { resource } : {}) } };
}

function writtenRole(leaf: Leaf, sidecar: Sidecar): Role | undefined {
  const byPointer = sidecar[leaf.pointer];
  if (byPointer) return byPointer;
  const path = [...leaf.context, leaf.name].join('.');
  for (const [key, role] of Object.entries(sidecar)) {
    if (!key.startsWith('/') && (path === key || path.endsWith(`.${key}`))) return role;
  }
  // An extension keyword, which the schema's type does not list.
  const written = (leaf.schema as SchemaObject & { readonly 'x-world'?: unknown })['x-world'];
  return typeof written === 'string' && isRoleName(written) ? written : undefined;
}

/** The best candidate that the schema and the example leave standing; a special case of the best is better still. */
function score(leaf: Leaf, fits: FitsLeaf): Role | undefined {
  const found = EVIDENCE.flatMap((evidence) => evidence(leaf)).filter(({ role }) => admits(leaf.schema, role, fits));
  const candidates = weighByExample(leaf, found).filter(({ role }) => admits(leaf.schema, role, fits));
  let best: Candidate | undefined;
  for (const candidate of candidates) if (!best || candidate.weight > best.weight) best = candidate;
  while (best) {
    const general: Candidate = best;
    const special = candidates.filter(({ role }) => specialises(role, general.role)).toSorted((a, b) => b.weight - a.weight)[0];
    if (!special) break;
    best = special;
  }
  return best?.role ?? fallback(leaf);
}

/** What is left says little, but something: one of a list of words is a code, and a boolean is a flag. */
function fallback({ schema }: Leaf): Role | undefined {
  if (schema.type === 'boolean') return 'flag';
  const words = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return words?.some((word) => isRole('code', word)) ? 'code' : undefined;
}

/** Whether a value of that role could stand here at all. */
function admits(schema: SchemaObject, role: Role, fits: FitsLeaf): boolean {
  if (schema.const !== undefined) return isRole(role, schema.const);
  if (schema.enum) return schema.enum.some((value) => isRole(role, value));
  // A string that stands for a number and a number that names a thing are rare enough to want other evidence than a name.
  return SAMPLES[role].some((sample) => fits(schema, sample));
}
