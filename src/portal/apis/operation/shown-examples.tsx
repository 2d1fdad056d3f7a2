/** Examples that a contract publishes, each to be opened. */
import type { DocumentedExample } from '../document/operation-document.ts';
import { cutTo } from '../document/json-parts.ts';

const longest = 12_000;

export function ShownExamples({ examples }: { readonly examples: readonly DocumentedExample[] }) {
  return (
    <>
      {examples.map(({ name, summary, value }) => (
        <details>
          <summary>
            Example{name !== undefined && <> “{name}”</>}
            {summary !== undefined && <>: {cutTo(summary, 200)}</>}
          </summary>
          <pre>
            <code>{cutTo(typeof value === 'string' ? value : (JSON.stringify(value, undefined, 2) ?? ''), longest)}</code>
          </pre>
        </details>
      ))}
    </>
  );
}
