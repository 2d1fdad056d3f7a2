/** The readiness report as one page that needs nothing beside it: it can be attached to a mail, printed, and read without a network. */
import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import { styleSource } from '../../contract/style-source.ts';
import { blocksOf, reportTitle, type Block, type Piece } from './blocks.ts';
import type { ReadinessReport } from './report.ts';
import { reportStyle } from './style.ts';

/** Nothing is loaded, and nothing runs: what clients wrote stands in it. */
export const reportPolicy = (): string => `default-src 'none'; style-src ${styleSource(reportStyle)}`;

export const reportPage = (report: ReadinessReport): string => `<!doctype html>${String(<Page report={report} />)}\n`;

function Page({ report }: { readonly report: ReadinessReport }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content={reportPolicy()} />
        <title>{`${reportTitle} – NHS API Sandbox (synthetic data)`}</title>
        <style>{raw(reportStyle)}</style>
      </head>
      <body>
        <header>
          <p class="synthetic" role="note">
            Synthetic data. A mock for development and testing: no real patient, never for care. Not a service of the NHS.
          </p>
        </header>
        <main>
          <h1>{reportTitle}</h1>
          {blocksOf(report).map((block) => (
            <Shown block={block} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Shown({ block }: { readonly block: Block }): Child {
  if ('heading' in block) return block.level === 2 ? <h2>{block.heading}</h2> : <h3>{block.heading}</h3>;
  if ('text' in block) return <p>{block.text}</p>;
  if ('list' in block)
    return block.list.length === 0 ? (
      <p>Nothing.</p>
    ) : (
      <ul>
        {block.list.map((item) => (
          <li>{item.map(shown)}</li>
        ))}
      </ul>
    );
  return (
    <div class="wide" tabindex={0} role="region" aria-label={block.of === undefined ? block.table : `${block.of}: ${block.table}`}>
      <table>
        <caption>{block.table}</caption>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th scope="col">{cell}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([first = '', ...rest]) => (
            <tr>
              <th scope="row">{shown(first)}</th>
              {rest.map((cell) => (
                <td>{shown(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(piece: Piece): Child {
  if (typeof piece === 'string') return piece;
  return 'code' in piece ? <code>{piece.code}</code> : <a href={piece.to}>{piece.link}</a>;
}
