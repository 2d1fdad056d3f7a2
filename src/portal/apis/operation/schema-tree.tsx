/** A schema as a tree that opens and closes without script. */
import type { SchemaView } from '../document/schema-view.ts';
import { ProseLine } from '../prose.tsx';

export function SchemaTree({ view }: { readonly view: SchemaView }) {
  return (
    <div class="schema">
      <Words view={view} />
      <Inside view={view} />
    </div>
  );
}

function Inside({ view: { children, note } }: { readonly view: SchemaView }) {
  return (
    <>
      {children.length > 0 && (
        <ul role="list">
          {children.map((child) => (
            <li>
              <Member view={child} />
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && <p class="quiet">{note}</p>}
    </>
  );
}

function Member({ view }: { readonly view: SchemaView }) {
  if (view.children.length === 0 && view.note === undefined)
    return (
      <>
        <Named view={view} />
        <Words view={view} isMember />
      </>
    );
  return (
    <details>
      <summary>
        <Named view={view} />
      </summary>
      <Words view={view} isMember />
      <Inside view={view} />
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
function Words({ view: { type, description, facts }, isMember = false }: { readonly view: SchemaView; readonly isMember?: boolean }) {
  return (
    <>
      {!isMember && <p class="quiet">{type}</p>}
      {description !== undefined && (
        <p>
          <ProseLine text={description} />
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
