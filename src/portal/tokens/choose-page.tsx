/** `/tokens`: for which application and whom a token is wanted. */
import { askControl } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { refused } from '../page/refused.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { to, type PageVisit } from '../visit.ts';
import { personaGroups, type SignInPersona, type PersonaGroup } from './personas.ts';

/** What is chosen: `application`, `as`, `number`, and the `api` and `operation` that the token is first used for. */
type Chosen = (name: string) => string;

export async function tokensPage(visit: PageVisit, chosen: Chosen, refusal?: Refused): Promise<Response> {
  const [listed, groups] = await Promise.all([askControl<'list-applications'>(visit, '/applications'), personaGroups(visit)]);
  if (!listed.ok) return refused(visit, listed);
  const { applications } = listed.body;
  const usable = applications.filter(({ status }) => status !== 'revoked');
  return consolePage(visit, {
    part: 'tokens',
    title: 'Tokens',
    status: refusal?.status ?? 200,
    main: (
      <>
        <p>
          An access token says to an API which application asks, and who is signed in to it. Here you get one for ten minutes without
          signing anybody in, to try out what each may do. APIs look at it where <a href={to(visit, '/settings')}>access is strict</a>.
        </p>
        {usable.length === 0 ? (
          <p>
            No application is registered here that could have one. <a href={to(visit, '/applications')}>Register an application</a>
          </p>
        ) : (
          <>
            <Refusal refused={refusal} />
            <PortalForm visit={visit} action="/tokens">
              <input type="hidden" name="api" value={chosen('api')} />
              <input type="hidden" name="operation" value={chosen('operation')} />
              <Field
                name="application"
                label="Application"
                choices={usable.map(({ id, name }) => [id, name] as const)}
                value={chosen('application')}
                fault={faultAt(refusal, '/application')}
              />
              <Whom groups={groups} chosen={chosen} fault={faultAt(refusal, '/as')} />
              <p class="in-reach">
                <button>Get the token</button>
              </p>
            </PortalForm>
          </>
        )}
        <h2>Sign in for real</h2>
        <p>
          Your program’s own users go through the mock log-in pages: each <a href={to(visit, '/applications')}>application</a> with an
          address to come back to shows where to send them.
        </p>
      </>
    ),
  });
}

interface WhomProps {
  readonly groups: readonly PersonaGroup[];
  readonly chosen: Chosen;
  readonly fault: string | undefined;
}

function Whom({ groups, chosen, fault }: WhomProps) {
  const as = chosen('as');
  const isNumber = chosen('number') !== '' || /^\d{10}$/.test(as);
  const isAlone = as === '' && !isNumber;
  return (
    <>
      <fieldset class="personas">
        <legend>Nobody signed in</legend>
        <Choice value="" id="as-nobody" isChosen={isAlone} words="The application alone" more="As a server does that runs by itself." />
      </fieldset>
      {groups.map((group) => (
        <Group group={group} as={as} />
      ))}
      <fieldset class="personas">
        <legend>Anybody else</legend>
        <Choice value="number" id="as-number" isChosen={isNumber} words="The patient of this NHS number" more="Proved in full (P9)." />
        <Field
          name="number"
          label="NHS number"
          value={chosen('number') === '' && isNumber ? as : chosen('number')}
          fault={fault}
          size={14}
          maxlength={20}
        />
      </fieldset>
    </>
  );
}

function Group({ group: { name, personas, isRarer }, as }: { readonly group: PersonaGroup; readonly as: string }) {
  const choices = personas.map((one) => (
    <Choice value={one.id} id={`as-${one.id}`} isChosen={one.id === as} words={one.name} more={moreOf(one)} />
  ));
  return (
    <fieldset class="personas">
      <legend>{name}</legend>
      {isRarer ? (
        <details open={personas.some(({ id }) => id === as)}>
          <summary>{personas.length} of them</summary>
          {choices}
        </details>
      ) : (
        choices
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly value: string;
  readonly id: string;
  readonly isChosen: boolean;
  readonly words: string;
  readonly more: string;
}

const Choice = ({ value, id, isChosen, words, more }: ChoiceProps) => (
  <p class="choice">
    <input type="radio" name="as" id={id} value={value} checked={isChosen} aria-describedby={`${id}-more`} />
    <label for={id}>{words}</label>
    <span class="hint" id={`${id}-more`}>
      {more}
    </span>
  </p>
);

function moreOf({ meaning, nhsNumber, roles = [] }: SignInPersona): string {
  const [role, ...others] = roles;
  const where = role && `Of ${role.organisation.name ?? role.organisation.ods} (${role.organisation.ods}), role ${role.id}`;
  return [
    meaning,
    where && `${where}${others.length > 0 ? `, and ${others.length} more` : ''}.`,
    nhsNumber !== undefined && `NHS number ${nhsNumber}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
