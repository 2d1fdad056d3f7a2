/** A clinical record as the sandbox's own API tells it. */
import type { ClinicalRecord, Entry, EntryKind } from '../../clinical-record.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { recordPage } from '../../people/record-page.ts';
import type { Population } from '../../population.ts';

interface Asked {
  /** Of which entries are wanted. */
  readonly kinds: readonly EntryKind[];
  /** All lines of the page. */
  readonly all: boolean;
}

export function describedRecord(population: Population, record: ClinicalRecord, { kinds, all }: Asked): components['schemas']['Record'] {
  return {
    data: 'synthetic',
    nhsNumber: record.person.nhsNumber,
    asOf: record.asOf,
    sections: recordPage(record, population, { all }),
    due: record.due().map(({ sort, what, dose, due }) => ({ sort, what: what.text, dose, due })),
    entries: kinds.flatMap((kind): readonly Entry[] => record.of(kind)).map((entry) => ({ ...entry })),
  };
}
