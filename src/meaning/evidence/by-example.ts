/** Evidence from a published value, classified by our own checkers: it confirms what other evidence says, refutes it, or suggests a role by itself. */
import type { Json } from '../../contract/contract.ts';
import { bareValue, isPrescriptionId, isRole } from '../roles/check-role.ts';
import { type Candidate, type Leaf } from '../schema/leaf.ts';
import { type Role, specialises } from '../roles/roles.ts';

const WEIGHT = 0.75;

/** Shapes so distinctive that a value of them is hardly ever anything else. */
export function classify(example: Json): Role | undefined {
  if (typeof example !== 'string') return undefined;
  const value = bareValue(example);
  if (isPrescriptionId(value)) return 'prescription.shortId';
  if (/^9\d{9}$/.test(value) && isRole('patient.nhsNumber', value)) return 'patient.nhsNumber';
  if (isRole('uuid', value)) return 'uuid';
  if (isRole('instant', value)) return 'instant';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value) && isRole('date', value)) return 'date';
  if (/^\d{4}-\d{2}-\d{2}T/.test(value) && isRole('dateTime', value)) return 'dateTime';
  if (/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(value)) return 'patient.postcode';
  if (/^(W\/)?"\d+"$/.test(value)) return 'etag';
  if (/^https?:\/\/\S+$/.test(value)) return 'url';
  return undefined;
}

/** The candidates as the example leaves them, with its own suggestion added. */
export function weighByExample(leaf: Leaf, candidates: readonly Candidate[]): readonly Candidate[] {
  if (leaf.example === undefined) return candidates;
  const example = leaf.example;
  const seen = classify(example);
  const weighed = candidates
    .filter(({ role, weight }) => weight > WEIGHT || seen === undefined || agrees(role, seen, example))
    .map(({ role, weight }) =>
      isRole(role, example) ? { role, weight: Math.max(weight, distinctive(role, seen) ? WEIGHT : weight) } : { role, weight },
    );
  return seen === undefined || weighed.some(({ role }) => !VAGUE.has(role)) ? weighed : [...weighed, { role: seen, weight: WEIGHT }];
}

/** Roles that hardly any value refutes: that they stand says less than the value itself. */
const VAGUE: ReadonlySet<Role> = new Set<Role>(['opaqueId', 'code', 'title', 'freeText', 'url', 'versionId', 'unit']);

function agrees(role: Role, seen: Role, example: Json): boolean {
  return role === seen || specialises(role, seen) || isRole(role, example);
}

/** Any text passes for free text: an example confirms only what it could have refuted. */
function distinctive(role: Role, seen: Role | undefined): boolean {
  return seen !== undefined && (role === seen || specialises(role, seen));
}
