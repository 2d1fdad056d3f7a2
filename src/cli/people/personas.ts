/** `personas`: the test people, and what each is for. */
import type { Persona } from '../../world/personas/persona.ts';
import { wrapped } from '../lay-out.ts';
import { nameOf } from '../../people/in-words.ts';

interface ListOptions {
  readonly word?: string;
  /** Characters of a line. */
  readonly width: number;
}

/** Names of most people; a longer one stands on a line of its own. */
const WIDEST_NAME = 26;

/** Those whose name, number or meaning contains a word, if one is given. */
export function listPersonas(personas: readonly Persona[], { word = '', width }: ListOptions): readonly string[] {
  const wanted = word.toLowerCase();
  const rows = personas.filter(({ key, meaning, person }) =>
    `${key} ${meaning} ${person.nhsNumber} ${nameOf(person)}`.toLowerCase().includes(wanted),
  );
  if (rows.length === 0) return ['no test person fits'];
  const names = Math.min(WIDEST_NAME, Math.max(...rows.map(({ person }) => nameOf(person).length)));
  const indent = 2 + 10 + 2 + names + 2;
  const line = ({ person, meaning }: Persona): string => {
    const name = nameOf(person);
    const rest = wrapped(meaning, width - indent).replaceAll('\n', `\n${' '.repeat(indent)}`);
    return name.length > names
      ? `  ${person.nhsNumber}  ${wrapped(name, width - 14, 14)}\n${' '.repeat(indent)}${rest}`
      : `  ${person.nhsNumber}  ${name.padEnd(names)}  ${rest}`;
  };
  const block = (title: string, official: boolean): readonly string[] => {
    const lines = rows.filter((row) => row.official === official).map(line);
    return lines.length === 0 ? [] : [title, ...lines.flatMap((each) => each.split('\n'))];
  };
  return [...block('From the official sandboxes', true), ...block('Of this sandbox', false)];
}
