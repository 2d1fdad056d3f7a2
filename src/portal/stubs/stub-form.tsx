/** The short form of a stub: which requests, and one answer. All else that a stub may say is said as JSON. */
import type { SchemaOf } from '../own-schemas.ts';
import { OneChoice } from '../page/choice.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { numberTyped } from '../page/number-typed.ts';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { isJsonType } from '../../contract/media-type.ts';
import { jsonTyped } from '../rules/by-json.tsx';
import { MatchFields } from '../rules/match-fields.tsx';
import { matchTyped, type KnownApis } from '../rules/match.ts';
import { filledIn, linesTyped, type TextOf } from '../rules/typed.ts';
import type { PageVisit } from '../visit.ts';

interface StubFormProps {
  readonly visit: PageVisit;
  readonly typed: TextOf;
  readonly refused: Refused | undefined;
  readonly apis: KnownApis;
  readonly schemaOf: SchemaOf;
}

/** A stub as it is sent, or what of the form cannot be one. */
export function stubTyped(typed: TextOf): { readonly stub: Readonly<Record<string, unknown>> } | Refused {
  const [text, type] = [typed('answer-body'), typed('answer-type')];
  const isText = type !== '' && !isJsonType(type);
  const body = text === '' ? { json: undefined } : isText ? { json: text } : jsonTyped(text, '/answer/body');
  if ('ok' in body) return body;
  const match = matchTyped(typed);
  const stub = filledIn({
    id: typed('id'),
    about: typed('about'),
    match,
    ...(typed('checks') !== '' && { checks: true }),
    answer: filledIn({
      status: numberTyped(typed('answer-status')),
      type,
      headers: linesTyped(typed('answer-headers')),
      body: body.json,
    }),
  });
  return { stub };
}

export function StubForm({ visit, typed, refused, apis, schemaOf }: StubFormProps) {
  const wrong = (name: string): string | undefined => faultAt(refused, `/${name}`);
  return (
    <PortalForm visit={visit} action="/stubs/new">
      <Refusal refused={refused} />
      <fieldset class="part">
        <legend>Which requests</legend>
        <MatchFields typed={typed} refused={refused} apis={apis} schema={schemaOf('Match')} />
      </fieldset>
      <fieldset class="part">
        <legend>What they are answered</legend>
        <Field
          name="answer-status"
          label="Status"
          hint="A status alone is said as the contract documents it."
          fault={wrong('answer/status')}
          value={typed('answer-status')}
          size={5}
        />
        <Field
          name="answer-headers"
          label="Headers (optional)"
          hint='One a line, as in ETag: W/"2".'
          fault={wrong('answer/headers')}
          value={typed('answer-headers')}
          lines={2}
        />
        <Field
          name="answer-body"
          label="Body (optional)"
          hint="JSON. Texts in it may hold {{path.id}}, {{now}}, {{uuid}} and other templates."
          fault={wrong('answer/body')}
          value={typed('answer-body')}
          lines={8}
        />
        <Field
          name="answer-type"
          label="Media type of the body (optional)"
          hint="That of the contract, where nothing is said. With one that is no JSON, the body is sent as it is typed."
          fault={wrong('answer/type')}
          value={typed('answer-type')}
          size={30}
        />
        <OneChoice
          type="checkbox"
          name="checks"
          value="true"
          words="Let the API’s own checks come first"
          hint="A request that breaks the contract is refused, and is not answered by the stub."
          checked={typed('checks') !== ''}
        />
      </fieldset>
      <Field
        name="id"
        label="Name (optional)"
        hint="Explanations of exchanges name it. One of the same name is replaced."
        fault={wrong('id')}
        value={typed('id')}
        maxlength={64}
      />
      <Field name="about" label="What it is for (optional)" fault={wrong('about')} value={typed('about')} maxlength={500} />
      <p>
        <button>Answer so from now on</button>
      </p>
    </PortalForm>
  );
}
