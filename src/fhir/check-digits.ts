/** The check-digit rules of SNOMED CT identifiers and of prescription ids. */

// The dihedral group of the pentagon and its permutation, as Verhoeff's scheme has them.
const TIMES = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const STEP = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** SNOMED CT identifiers end in a Verhoeff check digit. */
export function hasVerhoeff(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let state = 0;
  for (let place = 0; place < digits.length; place++) {
    let digit = Number(digits[digits.length - 1 - place]);
    for (let turns = place % 8; turns > 0; turns--) digit = STEP[digit] ?? 0;
    state = TIMES[state]?.[digit] ?? 0;
  }
  return state === 0;
}

/** What a SNOMED CT concept is called by: 6 to 18 digits, of which the two before the check digit say that it is one. */
export const isConceptId = (code: string): boolean => /^[1-9]\d{2,14}[01]0\d$/.test(code) && hasVerhoeff(code);

const MOD37 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ+';

/** The check character of a prescription's short id: ISO 7064 MOD 37-2 over its 17 other characters, with + for *. */
export function mod37Check(seventeen: string): string {
  let sum = 0;
  for (const character of seventeen) sum = ((sum + MOD37.indexOf(character)) * 2) % 37;
  return MOD37.charAt((38 - sum) % 37);
}
