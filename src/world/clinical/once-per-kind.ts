/** Entries by kind, each made when its kind is first asked for. */
import type { ClinicalRecord, Entries, EntryKind } from '../../clinical-record.ts';

export function oncePerKind(make: ClinicalRecord['of']): ClinicalRecord['of'] {
  const made: { [Kind in EntryKind]?: readonly Entries[Kind][] } = {};
  return (kind) => {
    const before: readonly Entries[typeof kind][] | undefined = made[kind];
    if (before !== undefined) return before;
    const entries = make(kind);
    Object.assign(made, { [kind]: entries });
    return entries;
  };
}
