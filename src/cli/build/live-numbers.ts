/** Finds NHS numbers that could be somebody's: synthetic ones begin with 9, and those that begin with 3, 4, 6 or 7 are in use. */

/** Lines (from 1) that hold a ten-digit number of the live ranges whose check digit is right. */
export function linesWithLiveNumbers(text: string): number[] {
  const lines: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const numbers = line.match(/(?<!\d)[3467]\d{2}[ -]?\d{3}[ -]?\d{4}(?!\d)/g) ?? [];
    if (numbers.some((number) => hasRightCheckDigit(number.replace(/\D/g, '')))) lines.push(index + 1);
  }
  return lines;
}

/** Modulus 11: https://www.datadictionary.nhs.uk/attributes/nhs_number.html */
function hasRightCheckDigit(digits: string): boolean {
  const sum = Array.from(digits.slice(0, 9)).reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}
