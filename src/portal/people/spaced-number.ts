/** An NHS number as it is printed for people: 3-3-4. */
export const spacedNumber = (number: string): string => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
