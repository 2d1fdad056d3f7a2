/** What the author of a contract wrote, as paragraphs of text. Of Markdown it knows paragraphs, lists, code, strong words and links; HTML is text. */
import type { Child } from 'hono/jsx';
import { cutTo } from './document/json-parts.ts';

const longest = 12_000;
const mostBlocks = 200;

export function Prose({ text }: { readonly text: string | undefined }) {
  if (text === undefined || text.trim() === '') return null;
  return <div class="prose">{blocksOf(cutTo(text, longest)).slice(0, mostBlocks)}</div>;
}

/** The same where only words may stand. */
export const ProseLine = ({ text }: { readonly text: string }) => <>{inline(cutTo(text.replace(/\s+/g, ' ').trim(), longest))}</>;

function blocksOf(text: string): readonly Child[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .flatMap((block) => {
      const lines = block.split('\n').filter((line) => line.trim() !== '');
      if (lines.length === 0) return [];
      if (lines.every((line) => line.startsWith('    '))) return [<pre>{lines.map((line) => line.slice(4)).join('\n')}</pre>];
      return runsOf(lines);
    });
}

const listed = /^\s{0,6}(?:[-*+]|\d{1,3}[.)])\s+/;
const headed = /^\s{0,3}#{1,6}\s+/;

/** Lines of one kind that follow one another belong together. */
function runsOf(lines: readonly string[]): readonly Child[] {
  const runs: { readonly kind: 'item' | 'heading' | 'text'; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const kind = listed.test(line) ? 'item' : headed.test(line) ? 'heading' : 'text';
    const last = runs.at(-1);
    if (last && last.kind === 'item' && kind === 'text' && /^\s/.test(line)) last.lines.push(`${last.lines.pop() ?? ''} ${line.trim()}`);
    else if (last?.kind === kind && kind !== 'heading') last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  }
  return runs.map(({ kind, lines: own }) => {
    if (kind === 'heading')
      return (
        <p>
          <strong>{inline((own[0] ?? '').replace(headed, ''))}</strong>
        </p>
      );
    if (kind === 'text') return <p>{inline(own.join(' '))}</p>;
    return (
      <ul>
        {own.map((line) => (
          <li>{inline(line.replace(listed, ''))}</li>
        ))}
      </ul>
    );
  });
}

const marks = /`([^`\n]{1,400})`|\*\*([^*\n]{1,400})\*\*|\[([^\][\n]{1,300})\]\(((?:https:\/\/|mailto:)[^\s()<>"]{1,1000})\)/g;

function inline(text: string): readonly Child[] {
  const shown: Child[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, strong, words, address] = match;
    shown.push(text.slice(from, match.index));
    if (code !== undefined) shown.push(<code>{code}</code>);
    else if (strong !== undefined) shown.push(<strong>{strong}</strong>);
    else if (address !== undefined)
      shown.push(
        <a href={address} rel="noopener noreferrer nofollow">
          {words}
        </a>,
      );
    from = match.index + whole.length;
  }
  shown.push(text.slice(from));
  return shown;
}
