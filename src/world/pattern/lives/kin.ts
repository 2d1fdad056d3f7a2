/** Who is too near of kin to live as a couple. */
import type { Inhabitant } from './members.ts';

/** Parents, children, brothers and sisters, and those who share a grandparent. */
export function isNearKin(a: Inhabitant, b: Inhabitant): boolean {
  if (a === b.mother || a === b.father || b === a.mother || b === a.father) return true;
  return shareParent(a, b) || parentsShareParent(a, b) || parentsShareParent(b, a) || cousins(a, b);
}

function shareParent(a: Inhabitant | undefined, b: Inhabitant | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (a.mother !== undefined && a.mother === b.mother) || (a.father !== undefined && a.father === b.father);
}

/** One is the other's aunt, uncle or grandparent. */
function parentsShareParent(a: Inhabitant, b: Inhabitant): boolean {
  if (a.mother === undefined && a.father === undefined) return false;
  return (
    shareParent(a.mother, b) ||
    shareParent(a.father, b) ||
    a.mother?.mother === b ||
    a.father?.mother === b ||
    a.mother?.father === b ||
    a.father?.father === b
  );
}

function cousins(a: Inhabitant, b: Inhabitant): boolean {
  return (
    shareParent(a.mother, b.mother) || shareParent(a.mother, b.father) || shareParent(a.father, b.mother) || shareParent(a.father, b.father)
  );
}
