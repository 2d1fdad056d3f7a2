/** A body by its media types: its schema as a tree, and what the contract shows of it. */
import type { DocumentedMedia } from '../document/operation-document.ts';
import type { PageRoom } from '../document/page-room.ts';
import { schemaView } from '../document/schema-view.ts';
import { SchemaTree } from './schema-tree.tsx';
import { ShownExamples } from './shown-examples.tsx';

interface ContentProps {
  readonly document: unknown;
  readonly content: readonly DocumentedMedia[];
  readonly room: PageRoom;
}

export function Content({ document, content, room }: ContentProps) {
  return (
    <>
      {content.map(({ type, schema, examples }) => (
        <>
          <p>
            As <code>{type}</code>:
          </p>
          {schema !== undefined && (
            <details>
              <summary>What it holds</summary>
              <SchemaTree view={schemaView(document, schema, room)} room={room} />
            </details>
          )}
          <ShownExamples examples={examples} room={room} />
        </>
      ))}
    </>
  );
}
