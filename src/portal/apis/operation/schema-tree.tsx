/** A schema as a tree that opens and closes without script. */
import type { SchemaView } from '../document/schema-view.ts';
import { textWithinRoom, type PageRoom } from '../document/page-room.ts';
import { ProseLine } from '../prose.tsx';

interface OfSchema {
  readonly view: SchemaView;
  readonly room: PageRoom;
}

const longest = 1_000;

export function SchemaTree({ view, room }: OfSchema) {
  return (
    <div class="schema">
      <Words view={view} room={room} />
      <Inside view={view} room={room} />
    </div>
  );
}

function Inside({ view: { children, note }, room }: OfSchema) {
  return (
    <>
      {children.length > 0 && (
        <ul role="list">
          {children.map((child) => (
            <li>
              <Member view={child} room={room} />
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && <p class="quiet">{note}</p>}
    </>
  );
}

function Member({ view, room }: OfSchema) {
  if (view.children.length === 0 && view.note === undefined)
    return (
      <>
        <Named view={view} />
        <Words view={view} room={room} isMember />
      </>
    );
  return (
    <details>
      <summary>
        <Named view={view} />
      </summary>
      <Words view={view} room={room} isMember />
      <Inside view={view} room={room} />
    </details>
  );
}

function Named({ view: { name, type, isRequired } }: { readonly view: SchemaView }) {
  return (
    <>
      {name !== undefined && (
        <>
          <code>{name}</code>{' '}
        </>
      )}
      <span class="quiet">{type}</span>
      {isRequired && <strong> required</strong>}
    </>
  );
}

/** What it is, in the words of its author and in what it has to be. */
function Words({ view: { type, description = '', facts }, room, isMember = false }: OfSchema & { readonly isMember?: boolean }) {
  const shown = textWithinRoom(room, description, longest);
  return (
    <>
      {!isMember && <p class="quiet">{type}</p>}
      {shown && (
        <p>
          <ProseLine text={shown} />
        </p>
      )}
      {facts.length > 0 && (
        <ul class="facts">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
      )}
    </>
  );
}
