/** Check digits, written here a second time so that the judge does not share a mistake with what it judges. */

export function isNhsNumber(text: string): boolean {
  const digits = [...text].map(Number);
  if (!/^\d{10}$/.test(text)) return false;
  const check = 11 - (digits.slice(0, 9).reduce((sum, digit, index) => sum + digit * (10 - index), 0) % 11);
  return check !== 10 && check % 11 === digits[9];
}

const multiplication = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const permutation = ['0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258'];

/** SNOMED CT: 6 to 18 digits, a partition that is one, and Verhoeff's check digit. */
export function isSnomedConcept(text: string): boolean {
  if (!/^[1-9]\d{5,17}$/.test(text) || !['00', '10'].includes(text.slice(-3, -1))) return false;
  let check = 0;
  for (const [index, digit] of [...text].toReversed().entries())
    check = Number(multiplication[check]?.[Number(permutation[index % 8]?.[Number(digit)])]);
  return check === 0;
}
