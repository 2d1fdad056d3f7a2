/** All addresses met, held against the laws of addresses: a UPRN is one address, a postcode one or two streets. */
import type { Address } from '../../src/population.ts';
import type { Counts } from './counts.ts';

export interface AddressBook {
  add(address: Address): void;
  finish(counts: Counts): void;
}

export function addressBook(): AddressBook {
  const addressOf = new Map<string, string>();
  const uprnOf = new Map<string, string>();
  const streetsOf = new Map<string, Set<string>>();
  const localityOf = new Map<string, string>();
  const sharedUprns = new Set<string>();
  const twoUprns = new Set<string>();
  const twoLocalities = new Set<string>();

  /** True where something else was known before. */
  function differs(map: Map<string, string>, key: string, value: string): boolean {
    const known = map.get(key);
    if (known === undefined) map.set(key, value);
    return known !== undefined && known !== value;
  }

  return {
    add({ lines, postcode, uprn, use }) {
      if (postcode === undefined || uprn === undefined || (use !== 'home' && use !== 'old')) return;
      const [building, numbered, locality, town] = lines.map((line) => line.toUpperCase());
      const whole = `${building}, ${numbered}, ${postcode}`;
      if (differs(addressOf, uprn, whole)) sharedUprns.add(uprn);
      if (differs(uprnOf, whole, uprn)) twoUprns.add(whole);
      const street = streetIn(numbered ?? '');
      const streets = streetsOf.get(postcode) ?? new Set<string>();
      streetsOf.set(postcode, streets.add(`${street}, ${town}`));
      if (differs(localityOf, `${street}, ${postcode}`, locality ?? '')) twoLocalities.add(`${street}, ${postcode}`);
    },
    finish(counts) {
      counts.number('shared UPRNs', sharedUprns.size);
      counts.number('addresses with two UPRNs', twoUprns.size);
      counts.number('postcodes of many streets', [...streetsOf.values()].filter(({ size }) => size > 2).length);
      counts.number('streets in two localities', twoLocalities.size);
    },
  };
}

/** Without the number that a line begins with: `12A Linden Lane`, `12-14 Linden Lane`. */
const streetIn = (line: string): string => line.replace(/^\d+\S*\s+/, '');
