/** The relatives of a person, as anyone in the family would name them. */
import type { Relative } from '../population.ts';
import type { WorldParts } from './parts.ts';

export function relativesOf({ kinship, numbers }: WorldParts, index: number): readonly Relative[] {
  const relatives: Relative[] = [];
  const add = (relationship: Relative['relationship'], other: number | undefined): void => {
    if (other !== undefined) relatives.push({ relationship, nhsNumber: numbers.of(other) });
  };
  const mother = kinship.mother(index);
  if (mother !== undefined) {
    add('mother', mother);
    add('father', kinship.partner(mother));
    for (const sibling of kinship.children(mother)) if (sibling !== index) add('sibling', sibling);
  }
  add('partner', kinship.partner(index));
  for (const child of kinship.children(index)) add('child', child);
  return relatives;
}
