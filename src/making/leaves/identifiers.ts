/** Identifiers with a shape of their own, made by key: prescription ids, booking references, and ids like a published one. */
import { mod37Check } from '../../fhir/check-digits.ts';
import { isRole } from '../../meaning/roles/check-role.ts';
import { type Chance, uuidOf } from '../seed.ts';

/** Six hex digits, the prescriber's ODS code in six characters, five hex digits and the check character. */
export function prescriptionId(chance: Chance, ods: string, label: string): string {
  const first = chance.hex(6, `prescription ${label}`).toUpperCase();
  const last = chance.hex(5, `prescription end ${label}`).toUpperCase();
  const prescriber = ods
    .toUpperCase()
    .replace(/[^A-Z\d]/g, '')
    .padEnd(6, '0')
    .slice(0, 6);
  return `${first}-${prescriber}-${last}${mod37Check(first + prescriber + last)}`;
}

export function digits(chance: Chance, length: number, label: string): string {
  let text = '';
  for (let place = 0; place < length; place++) text += chance.int(place === 0 ? 1 : 0, 9, `digit ${place} ${label}`);
  return text;
}

/** An id of the shape of a published one: digits become digits and hexadecimal runs stay so; words stay as they are. */
export function idLike(example: string, chance: Chance, label: string): string {
  if (isRole('uuid', example))
    return keepCase(example, example.startsWith('urn:') ? `urn:uuid:${uuidOf(chance, label)}` : uuidOf(chance, label));
  const fresh = chance.hex(64, `id ${label}`);
  let place = 0;
  const next = (): number => Number.parseInt(fresh.charAt(place++ % 64), 16);
  const made = example
    .split(/([A-Za-z\d]+)/)
    .map((run) => {
      if (!/\d/.test(run)) return run;
      const hexadecimal = run.length >= 6 && /^[\da-f]+$|^[\dA-F]+$/.test(run) && /[a-fA-F]/.test(run);
      const mixed = run.length >= 16 && /[A-Za-z]/.test(run);
      return run.replace(/./g, (character, at: number) => {
        if (/\d/.test(character)) return at === 0 && character !== '0' ? String((next() % 9) + 1) : String(next() % 10);
        if (hexadecimal) return keepCase(character, 'abcdef'.charAt(next() % 6));
        return mixed ? keepCase(character, 'abcdefghijkmnpqr'.charAt(next())) : character;
      });
    })
    .join('');
  // Ten digits that happen to pass modulus 11 could be somebody's NHS number: ids that are none never look like one.
  return made.replace(/(?<![A-Za-z\d])\d{10}(?![A-Za-z\d])/g, (run) =>
    isRole('patient.nhsNumber', run) ? `${run.slice(0, 9)}${(Number(run[9]) + 1) % 10}` : run,
  );
}

function keepCase(like: string, text: string): string {
  return /[A-Z]/.test(like) && !/[a-z]/.test(like) ? text.toUpperCase() : text;
}
