/** A part of a page that goes on by itself where script runs: it is read again from the address of the page, and can be stopped. */
import type { Child } from 'hono/jsx';

interface LivePartProps {
  /** Unique on its page. */
  readonly id: string;
  /** What is looked for, as in "New messages". */
  readonly what: string;
  /** The id of another part of the page, which goes on and is stopped together with this one. */
  readonly with?: string;
  readonly children?: Child;
}

export function LivePart({ id, what, with: other, children }: LivePartProps) {
  return (
    <>
      <p class="scripted" data-live={[id, other].filter(Boolean).join(' ')}>
        <button type="button" class="plain">
          Stop updating
        </button>{' '}
        <span role="status">{what} appear here by themselves.</span>
      </p>
      <div id={id}>{children}</div>
    </>
  );
}
