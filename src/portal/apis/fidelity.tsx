/** What is known of an API's rules: the standing of each, how the service does it where that differs, and by which source. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

type Note = components['schemas']['FidelityNote'];

export interface NotedGroup {
  readonly of: string;
  readonly notes: readonly Note[];
}

/** How far each can be relied on, the surest first. */
export const standingWords: Readonly<Record<Note['standing'], string>> = {
  observed: 'Observed: the service, its official sandbox or what is published of it shows it.',
  inferred: 'Inferred: it follows from what is known, and nobody has seen it.',
  unknown: 'Unknown: no source says, and the sandbox had to choose.',
  different: 'Different: the service does otherwise, and the sandbox means to.',
};

export function notedGroups(
  fidelity: components['schemas']['Fidelity'],
  operations: readonly components['schemas']['ListedOperation'][],
): readonly NotedGroup[] {
  return [
    { of: 'Every operation', notes: fidelity.everywhere },
    ...operations.map(({ method, path, fidelity: notes = [] }) => ({ of: `${method} ${path}`, notes })),
  ].filter(({ notes }) => notes.length > 0);
}

export function FidelityWords({
  fidelity: { compared },
  groups,
}: {
  readonly fidelity: components['schemas']['Fidelity'];
  readonly groups: readonly NotedGroup[];
}) {
  return (
    <>
      <h2 id="rules">What is known of its rules</h2>
      <p>
        Held against the {compared.name}, version {compared.version}, on {compared.on}.
      </p>
      <ul>
        {Object.values(standingWords).map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      {groups.map(({ of, notes }) => (
        <details>
          <summary>
            {of}: {counted(notes.length, 'rule')}
          </summary>
          <NoteList notes={notes} />
        </details>
      ))}
    </>
  );
}

export function NoteList({ notes }: { readonly notes: readonly Note[] }) {
  return (
    <ul>
      {notes.map(({ rule, standing, service, source, checked }) => (
        <li>
          <strong>{standing}</strong> {rule} {service !== undefined && <>{service} </>}
          <span class="quiet">
            {source.name}, {checked}
          </span>
        </li>
      ))}
    </ul>
  );
}
