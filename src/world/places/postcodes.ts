/** One postcode for each street, and back: a keyed shuffle of the units of the districts that the places of a postcode area share. */
import { field, permutation } from '../fields.ts';
import { hash } from '../hash.ts';
import { permutationOf } from '../permutation.ts';

/** No postcode's last two letters use those that are missing, which Royal Mail leaves out. */
const letters = 'ABDEFGHJLNPQRSTUWXYZ';
const lastDigits = 9;
/** Units of the nine districts that share all but the last digit. */
const units = lastDigits * 10 * letters.length * letters.length;

export interface PostcodePlace {
  /** Postcode area and a tens digit. */
  readonly district: string;
  readonly streets: number;
}

export interface StreetAt {
  readonly place: number;
  readonly street: number;
}

export interface Postcodes {
  of(place: number, street: number): string;
  street(postcode: string): StreetAt | undefined;
}

export function postcodesOf(seed: number, places: readonly PostcodePlace[]): Postcodes {
  const shuffle = permutationOf(units, seed + permutation.postcodes);
  const sharing = Map.groupBy(places.keys(), (place) => places[place]?.district ?? '');
  const firstUnits = new Uint32Array(places.length);
  for (const [district, those] of sharing) {
    let next = hash(seed, keyOf(district), field.postcode) % units;
    let streets = 0;
    for (const place of those) {
      firstUnits[place] = next;
      next += places[place]?.streets ?? 0;
      streets += places[place]?.streets ?? 0;
    }
    if (streets > units) throw new RangeError(`${district} has ${streets} streets and ${units} postcodes`);
  }

  return {
    of(place, street) {
      const unit = shuffle.forward(((firstUnits[place] ?? 0) + street) % units);
      const inward = Math.floor(unit / lastDigits);
      const pair = Math.floor(inward / 10);
      const last = `${letters[pair % letters.length]}${letters[Math.floor(pair / letters.length)]}`;
      return `${places[place]?.district}${1 + (unit % lastDigits)} ${inward % 10}${last}`;
    },
    street(postcode) {
      const [, district = '', last = '', digit = '', first = '', second = ''] =
        /^([A-Z]{1,2}\d)([1-9]) (\d)([A-Z])([A-Z])$/.exec(postcode) ?? [];
      const those = sharing.get(district);
      const pair = letters.indexOf(first) + letters.length * letters.indexOf(second);
      if (those === undefined || !letters.includes(first) || !letters.includes(second)) return undefined;
      const unit = shuffle.back((pair * 10 + Number(digit)) * lastDigits + Number(last) - 1);
      for (const place of those) {
        const street = (unit + 2 * units - (firstUnits[place] ?? 0)) % units;
        if (street < (places[place]?.streets ?? 0)) return { place, street };
      }
      return undefined;
    },
  };
}

function keyOf(district: string): number {
  return district.charCodeAt(0) * 0x10000 + district.charCodeAt(1) * 0x100 + district.charCodeAt(district.length - 1);
}
