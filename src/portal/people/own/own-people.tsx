/** The form that brings a person, and those who were brought. */
import { Done } from '../../page/done.tsx';
import { Field } from '../../page/field.tsx';
import { PortalForm } from '../../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../../page/refusal.tsx';
import { to, type PageVisit } from '../../visit.ts';
import { dayInWords } from '../days.ts';
import type { ListedPerson } from '../found-people.tsx';
import { spacedNumber } from '../spaced-number.ts';
import type { TypedPerson } from './described-by.ts';

/** A form that was refused, with what was typed. */
export interface Taken {
  readonly typed?: TypedPerson;
  readonly refused?: Refused;
}

interface OwnPeopleProps {
  readonly visit: PageVisit;
  readonly people: readonly ListedPerson[];
  readonly taken: Taken;
}

const done = { brought: 'They were brought: every API finds them now.', gone: 'They were taken away.' };
const genders = ['', 'female', 'male', 'other', 'unknown'];
const example = '{ "name": { "given": ["Amina"], "family": "Khan" }, "born": "1980-02-29", "conditions": ["asthma"] }';

export function OwnPeopleForm({ visit, people, taken: { typed, refused } }: OwnPeopleProps) {
  return (
    <>
      <Done visit={visit} words={done} />
      <Refusal refused={refused} />
      <p>
        Bring somebody whom the population does not have. Every API finds them like anybody else, and nothing is made up of what you leave
        out. Never bring anybody real.
      </p>
      <PortalForm visit={visit} action="/people/own">
        <div class="fields">
          <Field name="given" label="Given names" value={typed?.given} fault={faultAt(refused, '/name/given')} />
          <Field name="family" label="Family name" value={typed?.family} fault={faultAt(refused, '/name/family')} />
          <Field name="born" label="Born" hint="1980-02-29" value={typed?.born} fault={faultAt(refused, '/born')} />
          <Field
            name="gender"
            label="Gender"
            value={typed?.gender}
            choices={genders.map((one) => [one, one === '' ? 'not said' : one])}
            fault={faultAt(refused, '/gender')}
          />
          <Field name="postcode" label="Postcode" hint="LS1 9ZZ" value={typed?.postcode} fault={faultAt(refused, '/address')} />
          <Field
            name="practice"
            label="GP practice"
            hint="its code: Y90001"
            value={typed?.practice}
            fault={faultAt(refused, '/practice')}
          />
          <Field
            name="conditions"
            label="Conditions"
            hint="asthma, hypertension"
            value={typed?.conditions}
            fault={faultAt(refused, '/conditions')}
          />
          <Field
            name="medicines"
            label="Medicines"
            hint="metformin, ramipril"
            value={typed?.medicines}
            fault={faultAt(refused, '/medicines')}
          />
          <Field name="allergies" label="Allergies" hint="penicillin" value={typed?.allergies} fault={faultAt(refused, '/allergies')} />
        </div>
        <details open={(typed?.json ?? '') !== ''}>
          <summary>Or paste JSON, of one person or a list</summary>
          <Field name="json" label="JSON" hint={`It goes before the fields. ${example}`} lines={6} value={typed?.json} />
        </details>
        <p>
          <button>Bring them</button>
        </p>
      </PortalForm>
      <h2>Those whom you brought</h2>
      {people.length === 0 ? <p>Nobody yet.</p> : <Brought visit={visit} people={people} />}
    </>
  );
}

function Brought({ visit, people }: Pick<OwnPeopleProps, 'visit' | 'people'>) {
  return (
    <table class="people stacked">
      <caption>{people.length === 1 ? 'One person' : `${people.length} people`}</caption>
      <thead>
        <tr>
          {['Name', 'NHS number', 'Born', 'Take away'].map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ nhsNumber, name, born }) => (
          <tr>
            <th scope="row">
              <a href={to(visit, `/people/${nhsNumber}`)}>{name === '' ? 'No name is known' : name}</a>
            </th>
            <td class="number">{spacedNumber(nhsNumber)}</td>
            <td>{born !== undefined && dayInWords(born)}</td>
            <td>
              <a href={to(visit, `/people/own/${nhsNumber}/take-away`)} aria-label={`Take away ${name || spacedNumber(nhsNumber)}`}>
                Take away
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
