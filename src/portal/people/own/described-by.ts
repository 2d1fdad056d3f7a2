/** What was typed into the form about a person, as the sandbox's own API takes it. */
import type { Refused } from '../../page/refusal.tsx';

type OwnField = 'given' | 'family' | 'born' | 'gender' | 'postcode' | 'practice' | 'conditions' | 'medicines' | 'allergies' | 'json';

export type TypedPerson = Readonly<Record<OwnField, string>>;

export const typedAs = (field: (name: string) => string): TypedPerson => ({
  given: field('given'),
  family: field('family'),
  born: field('born'),
  gender: field('gender'),
  postcode: field('postcode'),
  practice: field('practice'),
  conditions: field('conditions'),
  medicines: field('medicines'),
  allergies: field('allergies'),
  json: field('json'),
});

/** JSON that was pasted goes before what stands in the fields. */
export function describedBy({ json, ...typed }: TypedPerson): { readonly body: unknown } | { readonly wrong: Refused['problem'] } {
  if (json !== '') {
    try {
      return { body: JSON.parse(json) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { wrong: { type: 'about:blank', title: 'Not JSON', status: 422, detail: `What was pasted is no JSON: ${why}` } };
    }
  }
  const { given, family, born, gender, postcode, practice } = typed;
  return {
    body: {
      ...((given !== '' || family !== '') && {
        name: { ...(given !== '' && { given: given.split(/\s+/) }), ...(family !== '' && { family }) },
      }),
      born,
      ...(gender !== '' && { gender }),
      ...(postcode !== '' && { address: { lines: ['1 Example Road'], postcode } }),
      ...(practice !== '' && { practice }),
      ...listed('conditions', typed.conditions),
      ...listed('medicines', typed.medicines),
      ...listed('allergies', typed.allergies),
    },
  };
}

function listed(name: string, text: string): Readonly<Record<string, readonly string[]>> {
  const words = text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 0 ? {} : { [name]: words };
}
