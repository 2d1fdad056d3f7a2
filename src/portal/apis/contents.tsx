/** What a long page holds: beside it where there is room, else before it. */
import type { Child } from 'hono/jsx';

export interface LinkedPart {
  readonly id: string;
  readonly words: string;
}

export function WithContents({ parts, children }: { readonly parts: readonly LinkedPart[]; readonly children?: Child }) {
  return (
    <div class="with-contents">
      <nav aria-label="On this page" class="contents">
        <ul role="list">
          {parts.map(({ id, words }) => (
            <li>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="parts">{children}</div>
    </div>
  );
}

/** A place on a page: letters and figures of the words only, told apart by a number. */
export const anchorOf = (words: string, index: number): string =>
  `${words
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)}-${index + 1}`;
