/** The faults of a workspace, each in words, with what can be done about it. */
import { counted } from '../../contract/counted.ts';
import { Copied } from '../page/copied.tsx';
import { PortalForm } from '../page/form.tsx';
import { asJson } from '../rules/by-json.tsx';
import { requestsInWords, type KnownApis } from '../rules/match.ts';
import { to, type PageVisit } from '../visit.ts';
import { effectInWords, writtenFault, type KeptFault } from './fault-words.ts';

interface KeptFaultsProps {
  readonly visit: PageVisit;
  readonly faults: readonly KeptFault[];
  readonly apis: KnownApis;
}

export function KeptFaults({ visit, faults, apis }: KeptFaultsProps) {
  if (faults.length === 0) return <p>Nothing: every request is answered as usual.</p>;
  return (
    <>
      <ul class="rules" role="list">
        {faults.map((fault) => (
          <li>
            <KeptFaultItem visit={visit} fault={fault} apis={apis} />
          </li>
        ))}
      </ul>
      <p>
        <a href={to(visit, '/faults/remove-all')}>Remove all faults</a>
      </p>
    </>
  );
}

interface FaultItemProps extends Pick<KeptFaultsProps, 'visit' | 'apis'> {
  readonly fault: KeptFault;
}

function KeptFaultItem({ visit, fault, apis }: FaultItemProps) {
  const { id, match, effect, enabled = true, used } = fault;
  const effectWords = effectInWords(effect);
  return (
    <>
      <p>
        <strong>{effectWords.charAt(0).toUpperCase() + effectWords.slice(1)}</strong> for {requestsInWords(match, apis)}.
      </p>
      <p class="quiet">
        {!enabled && <strong>Paused. </strong>}
        Fault <code>{id}</code>, met by {counted(used, 'request')}.
      </p>
      <div class="actions">
        <PortalForm visit={visit} action="/faults">
          <input type="hidden" name="id" value={id} />
          <button
            class="plain"
            name="do"
            value={enabled ? 'pause' : 'go-on'}
            aria-label={`${enabled ? 'Pause' : 'Go on with'} fault ${id}`}
          >
            {enabled ? 'Pause' : 'Go on'}
          </button>
        </PortalForm>
        <a href={to(visit, `/faults/${encodeURIComponent(id)}/remove`)} aria-label={`Remove fault ${id}`}>
          Remove
        </a>
        <a href={to(visit, whereToTry(match))} aria-label={`Try it: requests of fault ${id}`}>
          Try it
        </a>
        <details id={`json-of-${id}`}>
          <summary>As JSON</summary>
          <Copied id={`fault-${id}`} text={asJson(writtenFault(fault))} what="this fault" />
        </details>
      </div>
    </>
  );
}

function whereToTry({ api, operation, person }: NonNullable<KeptFault['match']> = {}): string {
  if (api === undefined) return '/apis';
  if (operation === undefined) return `/apis/${encodeURIComponent(api)}`;
  return `/apis/${encodeURIComponent(api)}/${encodeURIComponent(operation)}${person === undefined ? '' : `?person=${person}`}`;
}
