/** The contracts that were brought, how each is served, and the form that brings another. */
import { counted } from '../../contract/counted.ts';
import type { components } from '../../generated/sandbox-control.types.ts';
import { ContractFields } from '../check/contract-fields.tsx';
import type { GivenContract } from '../check/given-contract.ts';
import { askControl } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Done } from '../page/done.tsx';
import { PortalForm } from '../page/form.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { to, type PageVisit } from '../visit.ts';

type Contract = components['schemas']['UnderstoodContract'];

interface Typed {
  readonly given?: GivenContract;
  readonly refused?: Refused;
}

const done = { brought: 'The contract is served from now on.', removed: 'The contract is served no longer.' };

export async function contractsPage(visit: PageVisit, { given = { name: '', text: '' }, refused: why }: Typed = {}): Promise<Response> {
  const listed = await askControl<'list-contracts'>(visit, '/contracts');
  if (!listed.ok) return refused(visit, listed);
  const { contracts } = listed.body;
  return consolePage(visit, {
    part: 'contracts',
    title: 'Contracts',
    status: why?.status ?? 200,
    main: (
      <>
        <Done visit={visit} words={done} />
        <Refusal refused={why} />
        <p>
          An API of your own, or one that the sandbox has not, can be served here beside the others, from its OpenAPI document alone. There
          may be ten; a reset leaves them alone, and those that an organiser shares with every workspace of an event are among them.
        </p>
        <h2>Those that were brought</h2>
        {contracts.length === 0 ? <p>None yet.</p> : <Contracts visit={visit} contracts={contracts} />}
        <h2>Bring one</h2>
        <p>
          OpenAPI 2.0 to 3.2, YAML or JSON, in one file of at most 5 MiB. One of the same name is replaced. To see first what would be made
          of it, <a href={to(visit, '/check')}>check it</a>.
        </p>
        <PortalForm visit={visit} action="/contracts" enctype="multipart/form-data">
          <ContractFields given={given} />
          <p>
            <button>Serve it in this workspace</button>
          </p>
        </PortalForm>
      </>
    ),
  });
}

function Contracts({ visit, contracts }: { readonly visit: PageVisit; readonly contracts: readonly Contract[] }) {
  return (
    <table class="stacked">
      <caption>Each is served from its own address on, which follows that of the workspace.</caption>
      <thead>
        <tr>
          <th scope="col">API</th>
          <th scope="col">Address</th>
          <th scope="col">How it is served</th>
          <th scope="col">What can be done</th>
        </tr>
      </thead>
      <tbody>
        {contracts.map(({ slug, title, base, operations, quirks }) => (
          <tr>
            <th scope="row">
              <a href={to(visit, `/apis/${slug}`)}>{title}</a>
            </th>
            <td>
              <code>{base}</code>
            </td>
            <td>
              {counted(operations, 'operation')}
              <Quirks quirks={quirks} />
            </td>
            <td>
              <a href={to(visit, `/contracts/${slug}/remove`)} aria-label={`Remove it: ${title}`}>
                Remove it
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Quirks({ quirks }: Pick<Contract, 'quirks'>) {
  if (quirks.length === 0) return <>, all as it is written</>;
  return (
    <details>
      <summary>{counted(quirks.length, 'part')} not taken as written</summary>
      <ul>
        {quirks.map(({ pointer, message }) => (
          <li>
            <code>{pointer || '/'}</code> {message}
          </li>
        ))}
      </ul>
    </details>
  );
}
