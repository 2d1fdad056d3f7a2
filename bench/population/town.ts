/** Which town an address is in. */
import type { Address } from '../../src/population.ts';

/** The fourth of five lines. */
export const townOf = (address: Address | undefined): string => (address?.lines[3] ?? '').toUpperCase();

/** Not that of people who have none. */
export const isHome = (home: Address | undefined): home is Address => home !== undefined && home.postcode !== 'ZZ99 3VZ';
