/** The fields of a form that say which requests a rule is for: the usual ones first, the others folded. */
import type { OwnSchema } from '../own-schemas.ts';
import { OneChoice, Choices } from '../page/choice.tsx';
import { Field } from '../page/field.tsx';
import { faultAt, type Refused } from '../page/refusal.tsx';
import { shareKinds, type KnownApis } from './match.ts';
import type { TextOf } from './typed.ts';

interface MatchFieldsProps {
  readonly typed: TextOf;
  readonly refused: Refused | undefined;
  readonly apis: KnownApis;
  /** The schema `Match`. */
  readonly schema: OwnSchema;
}

const folded = ['operation', 'query', 'headers', 'body'];
const sharedWords: Readonly<Record<(typeof shareKinds)[number], readonly [words: string, label: string, hint?: string]>> = {
  nth: ['One of them', 'Which one', '2 is the second'],
  every: ['One in so many', 'In how many', '3 is every third'],
  chance: ['Some of them, by chance', 'Which share', '0.1 is one in ten'],
};

export function MatchFields({ typed, refused, apis, schema: { properties = {} } }: MatchFieldsProps) {
  const wrong = (name: string): string | undefined => faultAt(refused, `/match/${name}`);
  const methods = (properties['method']?.enum ?? []).map((method) => [String(method), String(method)] as const);
  return (
    <>
      <div class="fields">
        <Field
          name="api"
          label="API"
          fault={wrong('api')}
          value={typed('api')}
          choices={[['', 'Any API'], ...apis.map(({ slug, title }) => [slug, title] as const)]}
        />
        <Field name="method" label="Method" fault={wrong('method')} value={typed('method')} choices={[['', 'Any method'], ...methods]} />
      </div>
      <Field
        name="path"
        label="Path"
        hint="Any, where nothing is said. /Patient/{id} stands for every id, a * at the end for any rest."
        fault={wrong('path')}
        value={typed('path')}
        size={60}
      />
      <Field
        name="person"
        label="NHS number"
        hint="Of somebody whom the request names, in its address, a header or its body."
        fault={wrong('person')}
        value={typed('person')}
        size={14}
      />
      <Choices id="share" legend="How many of these requests">
        <OneChoice name="share" value="" words="All of them" checked={!shareKinds.some((one) => one === typed('share'))} />
        {shareKinds.map((one) => {
          const [words, label, hint = ''] = sharedWords[one];
          return (
            <OneChoice name="share" value={one} words={words} checked={typed('share') === one}>
              <Field name={one} label={label} hint={hint} fault={wrong(one)} value={typed(one)} size={8} />
            </OneChoice>
          );
        })}
      </Choices>
      <details open={folded.some((name) => typed(name) !== '' || wrong(name) !== undefined)}>
        <summary>Narrow it down further</summary>
        <Field
          name="operation"
          label="Operation"
          hint="Its id in the API’s contract, as in get-patient."
          fault={wrong('operation')}
          value={typed('operation')}
        />
        <Field
          name="query"
          label="Parameters of the query"
          hint="One a line, as in family: Smi*. A name alone stands for a request without it."
          fault={wrong('query')}
          value={typed('query')}
          lines={2}
        />
        <Field
          name="headers"
          label="Headers"
          hint="Likewise, as in X-Key: abc."
          fault={wrong('headers')}
          value={typed('headers')}
          lines={2}
        />
        <Field
          name="body"
          label="Values in the body"
          hint="By JSON pointer, one a line, as in /name/family: Smith."
          fault={wrong('body')}
          value={typed('body')}
          lines={2}
        />
      </details>
    </>
  );
}
