/** The form of a subscription: to be added, or as it is. What was typed comes back where it was refused. */
import type { components } from '../../../generated/sandbox-control.types.ts';
import { Field } from '../../page/field.tsx';
import { numberTyped } from '../../page/number-typed.ts';
import { PortalForm } from '../../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../../page/refusal.tsx';
import type { PageVisit } from '../../visit.ts';

export type ToldSubscription = components['schemas']['Subscription'];
export type Offered = readonly components['schemas']['Callback'][];

/** As the fields have it: what is on in a list of boxes, and texts. */
export interface TypedSubscription {
  readonly url: string;
  readonly api: string;
  /** Those that APIs say they send. */
  readonly chosen: ReadonlySet<string>;
  /** Any others, one on a line. */
  readonly others: string;
  readonly duplicates: string;
  readonly delay: string;
  readonly reorder: string;
}

export const newSubscription: TypedSubscription = {
  url: '',
  api: '',
  chosen: new Set(),
  others: '',
  duplicates: '',
  delay: '',
  reorder: '',
};

const boxOf = (type: string): string => `type ${type}`;

export function typedIn(field: (name: string) => string, offered: Offered): TypedSubscription {
  const [url, api, others, duplicates, delay, reorder] = ['url', 'api', 'types', 'duplicates', 'delay', 'reorder'].map(field);
  const chosen = new Set(typesOf(offered).filter((type) => field(boxOf(type)) !== ''));
  return {
    url: url ?? '',
    api: api ?? '',
    chosen,
    others: others ?? '',
    duplicates: duplicates ?? '',
    delay: delay ?? '',
    reorder: reorder ?? '',
  };
}

export function typedFrom({ url, api, types = [], duplicates, delay, reorder }: ToldSubscription, offered: Offered): TypedSubscription {
  const known = new Set(typesOf(offered));
  return {
    url,
    api: api ?? '',
    chosen: new Set(types.filter((type) => known.has(type))),
    others: types.filter((type) => !known.has(type)).join('\n'),
    duplicates: duplicates === 0 ? '' : String(duplicates),
    delay: delay ?? '',
    reorder: reorder ?? '',
  };
}

/** What is sent to be added or to change one: `none` stands for what was left empty. */
export function sendable({ url, api, chosen, others, duplicates, delay, reorder }: TypedSubscription, none: null | undefined) {
  const types = [...chosen, ...others.split(/\s+/)].filter((type) => type !== '');
  return {
    url,
    api: api === '' ? none : api,
    types: types.length === 0 ? none : types,
    duplicates: numberTyped(duplicates) ?? 0,
    delay: delay === '' ? none : delay,
    reorder: reorder === '' ? none : reorder,
  };
}

/** Those that APIs say they send, each once. */
const typesOf = (offered: Offered): readonly string[] => [...new Set(offered.map(({ name }) => name))];

interface FormProps {
  readonly visit: PageVisit;
  /** The page that takes it. */
  readonly action: string;
  readonly button: string;
  readonly typed: TypedSubscription;
  readonly offered: Offered;
  readonly refused?: Refused | undefined;
}

export function SubscriptionForm({ visit, action, button, typed, offered, refused }: FormProps) {
  const fault = (name: string): string | undefined => faultAt(refused, `/${name}`);
  const apis = [...new Set(offered.map(({ api }) => api))];
  return (
    <PortalForm visit={visit} action={action}>
      <Refusal refused={refused} />
      <Field
        name="url"
        label="Address"
        hint="of your receiver, as in http://localhost:3000/hook"
        value={typed.url}
        fault={fault('url')}
        required
        size={40}
        maxlength={2_048}
      />
      <Field
        name="api"
        label="Messages of"
        value={typed.api}
        choices={[['', 'Every API'], ...apis.map((api) => [api, api] as const)]}
        fault={fault('api')}
      />
      <details open={typed.chosen.size > 0 || typed.others !== '' || fault('types') !== undefined || undefined}>
        <summary>Only some types of messages</summary>
        <p class="hint">All, where none is chosen.</p>
        {apis.map((api) => (
          <fieldset class="types">
            <legend>{api}</legend>
            {typesOf(offered.filter((one) => one.api === api)).map((type) => (
              <label>
                <input type="checkbox" name={boxOf(type)} checked={typed.chosen.has(type)} /> {type}
              </label>
            ))}
          </fieldset>
        ))}
        <Field
          name="types"
          label="Other types"
          hint="one on a line; * at the end of one stands for any rest"
          value={typed.others}
          lines={2}
          fault={fault('types')}
        />
      </details>
      <details open={[typed.duplicates, typed.delay, typed.reorder].some((text) => text !== '') || undefined}>
        <summary>Late, twice, or in disorder</summary>
        <p class="hint">As networks are: a receiver has to bear all of it.</p>
        <Field
          name="delay"
          label="Each waits"
          hint="a duration, as in PT5S"
          value={typed.delay}
          fault={fault('delay')}
          size={10}
          maxlength={40}
        />
        <Field
          name="reorder"
          label="Every other one waits besides"
          hint="so that later ones overtake it, as in PT30S"
          value={typed.reorder}
          fault={fault('reorder')}
          size={10}
          maxlength={40}
        />
        <Field
          name="duplicates"
          label="Each is sent again so many times"
          hint="once it has arrived: 5 at most"
          value={typed.duplicates}
          fault={fault('duplicates')}
          type="number"
          size={4}
        />
      </details>
      <p>
        <button>{button}</button>
      </p>
    </PortalForm>
  );
}
