/** `personas`: the published test people, and what each is for. */
import type { Persona } from '../../world/persona.ts';
import { nameOf } from './person-text.ts';

/** Those whose name, number or meaning contains a word, if one is given. */
export function listPersonas(personas: readonly Persona[], word = ''): readonly string[] {
  const wanted = word.toLowerCase();
  const rows = personas.filter(({ key, meaning, person }) =>
    `${key} ${meaning} ${person.nhsNumber} ${nameOf(person)}`.toLowerCase().includes(wanted),
  );
  if (rows.length === 0) return ['no published person fits'];
  const width = Math.max(...rows.map(({ person }) => nameOf(person).length));
  const block = (title: string, official: boolean): readonly string[] => {
    const lines = rows
      .filter((row) => row.official === official)
      .map(({ person, meaning }) => `  ${person.nhsNumber}  ${nameOf(person).padEnd(width)}  ${meaning}`);
    return lines.length === 0 ? [] : [title, ...lines];
  };
  return [...block('From the official sandboxes', true), ...block('Of this sandbox', false)];
}
