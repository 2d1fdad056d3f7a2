/** That a form was taken, said once on the page that it led to: `?done=frozen`. No word of the address is shown. */
import type { PageVisit } from '../visit.ts';

interface DoneProps {
  readonly visit: PageVisit;
  readonly words: Readonly<Record<string, string>>;
}

export function Done({ visit, words }: DoneProps) {
  const done = visit.query.get('done') ?? '';
  if (!Object.hasOwn(words, done)) return null;
  return (
    <p class="said" role="status">
      {words[done]}
    </p>
  );
}
