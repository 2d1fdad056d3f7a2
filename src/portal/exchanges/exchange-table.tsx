/** The table of exchanges, newest first, with an empty row that our script copies for each that comes later. */
import { to, type PageVisit } from '../visit.ts';
import { emptyRow, rowOf, type PartName, type ShownRow } from './row.ts';
import type { Exchanged } from './words.ts';

interface TableProps {
  readonly visit: PageVisit;
  readonly exchanges: readonly Exchanged[];
}

export function ExchangeTable({ visit, exchanges }: TableProps) {
  return (
    <div class="wide" role="region" aria-label="Exchanges" tabindex={0} id="exchanges" hidden={exchanges.length === 0}>
      <table class="exchanges stacked">
        <caption>
          Newest first. Times are those of the sandbox’s clock, in UTC. The address of a request leads to its explanation; notes say what
          would fail in integration.
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Request</th>
            <th scope="col">API and operation</th>
            <th scope="col">Answer</th>
            <th scope="col">Answered by</th>
          </tr>
        </thead>
        <tbody>
          {exchanges.map((exchange) => (
            <TableRow visit={visit} row={rowOf(exchange)} />
          ))}
        </tbody>
      </table>
      <template>
        <TableRow visit={visit} row={emptyRow} />
      </template>
    </div>
  );
}

function TableRow({ visit, row }: { readonly visit: PageVisit; readonly row: ShownRow }) {
  const Said = ({ name }: { readonly name: PartName }) => {
    const { text, leadsTo } = row[name];
    if (text === '' && row !== emptyRow) return null;
    return leadsTo === undefined ? (
      <span data-part={name}>{text}</span>
    ) : (
      <a data-part={name} href={to(visit, leadsTo)}>
        {text}
      </a>
    );
  };
  return (
    <tr>
      <td>
        <Said name="time" />
      </td>
      <td>
        <Said name="method" /> <Said name="address" />
      </td>
      <td>
        <Said name="api" /> <Said name="operation" />
      </td>
      <td>
        <Said name="status" /> <Said name="meaning" /> <Said name="notes" />
      </td>
      <td>
        <Said name="source" />
      </td>
    </tr>
  );
}
