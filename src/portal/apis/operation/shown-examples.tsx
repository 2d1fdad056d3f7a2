/** Examples that a contract publishes, each to be opened. */
import type { DocumentedExample } from '../document/operation-document.ts';
import { cutTo } from '../document/json-parts.ts';
import { textWithinRoom, type PageRoom } from '../document/page-room.ts';

const longest = 12_000;

export function ShownExamples({ examples, room }: { readonly examples: readonly DocumentedExample[]; readonly room: PageRoom }) {
  return (
    <>
      {examples.map((example) => (
        <ShownExample {...example} room={room} />
      ))}
    </>
  );
}

function ShownExample({ name, summary, value, room }: DocumentedExample & { readonly room: PageRoom }) {
  if (room.text <= 0) return null;
  const text = textWithinRoom(room, typeof value === 'string' ? value : (JSON.stringify(value, undefined, 2) ?? ''), longest);
  return (
    <details>
      <summary>
        Example{name !== undefined && <> “{cutTo(name, 200)}”</>}
        {summary !== undefined && <>: {cutTo(summary, 200)}</>}
      </summary>
      <pre>
        <code>{text}</code>
      </pre>
    </details>
  );
}
