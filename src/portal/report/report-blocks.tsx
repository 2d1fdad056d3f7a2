/** The readiness report as a part of a page: its headings, sentences, lists and tables. */
import type { Child } from 'hono/jsx';
import type { Block, Piece } from '../../conformance/report/blocks.ts';
import { to, type PageVisit } from '../visit.ts';

interface ReportBlocksProps {
  readonly visit: PageVisit;
  readonly blocks: readonly Block[];
}

export function ReportBlocks({ visit, blocks }: ReportBlocksProps) {
  const shown = (pieces: readonly Piece[]): Child => pieces.map((piece) => <Shown visit={visit} piece={piece} />);
  return (
    <>
      {blocks.map((block) => {
        if ('heading' in block) return block.level === 2 ? <h2>{block.heading}</h2> : <h3>{block.heading}</h3>;
        if ('text' in block) return <p>{block.text}</p>;
        if ('table' in block) return <Rows {...block} shown={shown} />;
        return block.list.length === 0 ? (
          <p>Nothing.</p>
        ) : (
          <ul>
            {block.list.map((item) => (
              <li>{shown(item)}</li>
            ))}
          </ul>
        );
      })}
    </>
  );
}

interface RowsProps extends Extract<Block, { readonly table: string }> {
  readonly shown: (pieces: readonly Piece[]) => Child;
}

function Rows({ table, of, head, rows, shown }: RowsProps) {
  return (
    <div class="wide" tabindex={0} role="region" aria-label={of === undefined ? table : `${of}: ${table}`}>
      <table>
        <caption>{table}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first = '', ...rest]) => (
            <tr>
              <th scope="row">{shown([first])}</th>
              {rest.map((cell) => (
                <td>{shown([cell])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Pages link to no other host: who says so is named. */
function Shown({ visit, piece }: { readonly visit: PageVisit; readonly piece: Piece }) {
  if (typeof piece === 'string') return <>{piece}</>;
  if ('link' in piece)
    return (
      <>
        {piece.link} <span class="quiet">{piece.to}</span>
      </>
    );
  const { code, exchange } = piece;
  if (exchange === undefined) return <code>{code}</code>;
  return (
    <a href={to(visit, `/exchanges/${encodeURIComponent(exchange)}`)}>
      <code>{code}</code>
    </a>
  );
}
