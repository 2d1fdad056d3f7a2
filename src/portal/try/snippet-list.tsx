/** The request of the form as code in several languages: folded without script, tabs with it. */
import { Copied } from '../page/copied.tsx';
import type { PageVisit } from '../visit.ts';
import type { makeRequest } from './request.ts';
import { snippets } from './snippets/snippets.ts';

interface SnippetListProps {
  readonly visit: PageVisit;
  readonly made: ReturnType<typeof makeRequest>;
}

export function SnippetList({ visit, made }: SnippetListProps) {
  if ('faults' in made) return null;
  const request = { ...made, url: visit.base + made.target };
  return (
    <section id="try-code" data-tabs aria-labelledby="try-code-heading">
      <h3 id="try-code-heading">The same from a program</h3>
      {snippets.map(({ name, write }, i) => (
        <details open={i === 0} data-snippet={name}>
          <summary>{name}</summary>
          <Copied id={`try-code-${i}`} text={write(request)} what={`this ${name}`} />
        </details>
      ))}
    </section>
  );
}
