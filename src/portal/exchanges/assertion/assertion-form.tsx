/** The ticks of an assertion: one for each thing that could be asserted, and how often. */
import { Field } from '../../page/field.tsx';
import { faultAt, Refusal, type Refused } from '../../page/refusal.tsx';
import { to, type PageVisit } from '../../visit.ts';
import type { Exchanged } from '../words.ts';
import { assertableGroups, type Assertable, type Group } from './assertable.ts';
import { oftens, type ChosenTicks } from './chosen.ts';

interface AssertionFormProps {
  readonly visit: PageVisit;
  readonly exchange: Exchanged;
  readonly assertables: readonly Assertable[];
  readonly chosen: ChosenTicks;
  readonly refused: Refused | undefined;
}

export function AssertionForm({ visit, exchange: { id, request, answer }, assertables, chosen, refused }: AssertionFormProps) {
  const { ticked, name, often, count, noneInvalid, noNotes } = chosen;
  return (
    <form action={to(visit, `/exchanges/${encodeURIComponent(id)}/assertion`)} data-assertion>
      <Refusal refused={refused} />
      {assertableGroups.map((group) => (
        <GroupTicks group={group} members={assertables.filter((one) => one.group === group)} ticked={ticked} />
      ))}
      {[request.body, answer.body].some((body) => body?.cut) && (
        <p class="hint">Of a body that is kept in part no member is offered. The setting journalBody keeps more.</p>
      )}
      <fieldset>
        <legend>How often</legend>
        <div class="fields">
          <Field name="often" label="It is sent" value={often} choices={oftens} />
          <Field
            name="count"
            label="Times"
            hint="not with “never”"
            value={count}
            size={7}
            fault={faultAt(refused, '/assertions/0/times')}
          />
        </div>
        <Tick name="noneInvalid" value="true" isTicked={noneInvalid} label="None of them is refused for what it holds" />
        <Tick name="noNotes" value="true" isTicked={noNotes} label="None of them has notes on what would fail in integration" />
      </fieldset>
      <Field
        name="name"
        label="What it is called"
        hint="A sentence for whoever reads that it fails; may be left out."
        value={name}
        maxlength={200}
      />
      <p class="actions">
        <button>Try it</button> <span role="status" class="scripted" data-outcome />
      </p>
    </form>
  );
}

interface GroupProps {
  readonly group: Group;
  readonly members: readonly Assertable[];
  readonly ticked: ReadonlySet<string>;
}

/** What there may be many of is folded away until one is ticked. */
function GroupTicks({ group, members, ticked }: GroupProps) {
  if (members.length === 0) return null;
  const ticks = members.map(({ key, label, shown }) => (
    <Tick name="with" value={key} isTicked={ticked.has(key)} label={label}>
      {shown}
    </Tick>
  ));
  const isFolded = group !== 'The request' && group !== 'The answer';
  return (
    <fieldset>
      <legend>{group}</legend>
      {isFolded ? (
        <details open={members.some(({ key }) => ticked.has(key))}>
          <summary>
            {group}: {members.length} to choose from
          </summary>
          {ticks}
        </details>
      ) : (
        ticks
      )}
    </fieldset>
  );
}

interface TickProps {
  readonly name: string;
  readonly value: string;
  readonly isTicked: boolean;
  readonly label: string;
  readonly children?: string;
}

function Tick({ name, value, isTicked, label, children }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" name={name} value={value} checked={isTicked} /> {label}
      {children !== undefined && (
        <>
          {' '}
          <code>{children.length > 120 ? `${children.slice(0, 120).toWellFormed()}…` : children}</code>
        </>
      )}
    </label>
  );
}
