/** The people who work at an organisation: a fixed few at each, named like everybody else. */
import type { OdsCode, Practitioner } from '../population.ts';
import { field } from './fields.ts';
import { hash, pick } from './hash.ts';
import type { Layout } from './layout.ts';
import type { GivenNameTable } from './given-names.ts';
import { nameAt } from './given-names.ts';
import type { Organisations } from './organisations.ts';

const staff: Readonly<Record<string, number>> = { 'gp-practice': 6, pharmacy: 2, trust: 12 };

export interface Practitioners {
  of(ods: string): readonly Practitioner[];
}

export function practitionersOf(layout: Layout, table: GivenNameTable, organisations: Organisations): Practitioners {
  const { seed, surnames, size } = layout;
  return {
    of(code) {
      const organisation = organisations.byCode(code);
      if (organisation === undefined) return [];
      const key = keyOf(seed, organisation.ods);
      return Array.from({ length: staff[organisation.kind] ?? 0 }, (_, n): Practitioner => {
        const who = hash(key, n, field.practitioner);
        const sex = who & 1 ? 0 : 1;
        // Someone's surname, so that surnames are as common here as among patients.
        const surname = surnames[layout.locate(pick(seed, who, field.practitioner, size)).surname];
        const list = table.listFor(surname?.group ?? 'british', sex, 1960 + ((who >>> 4) % 35), (who >>> 9) / 0x800000);
        return {
          sdsUserId: `999${sevenDigits(who)}${String(n).padStart(2, '0')}`,
          roleProfileId: `998${sevenDigits(who)}${String(n).padStart(2, '0')}`,
          prefix: organisation.kind === 'pharmacy' ? (sex === 0 ? 'Ms' : 'Mr') : 'Dr',
          given: nameAt(list, hash(key, n, field.practitionerGiven) / 0x100000000),
          family: surname?.name ?? '',
          gender: sex === 0 ? 'female' : 'male',
          organisation: organisation.ods,
        };
      });
    },
  };
}

/** Seven digits between the prefix and the person's place. */
function sevenDigits(value: number): string {
  return String(value % 10_000_000).padStart(7, '0');
}

function keyOf(seed: number, ods: OdsCode): number {
  let key = seed;
  for (let n = 0; n < ods.length; n += 1) key = (Math.imul(key, 36) + ods.charCodeAt(n)) >>> 0;
  return key;
}
