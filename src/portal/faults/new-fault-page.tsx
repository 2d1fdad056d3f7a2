/** A fault of one's own: by a form, or as JSON. */
import { askControl, sending } from '../control.ts';
import { ownSchemas } from '../own-schemas.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { faultAt, Refusal, type Refused } from '../page/refusal.tsx';
import { refused as refusedPage } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { JsonForm, jsonTyped } from '../rules/by-json.tsx';
import { MatchFields } from '../rules/match-fields.tsx';
import { matchTyped } from '../rules/match.ts';
import type { TextOf } from '../rules/typed.ts';
import type { PageVisit } from '../visit.ts';
import { EffectFields, effectTyped, kindsIn } from './effect-fields.tsx';

/** An address may fill the form in: `?api=notebook&method=POST`. */
export async function newFaultPage(visit: PageVisit, typed: TextOf, refused?: Refused): Promise<Response> {
  const [schemas, faults, catalogue] = await Promise.all([
    ownSchemas(visit),
    askControl<'list-faults'>(visit, '/faults'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  if (!faults.ok) return refusedPage(visit, faults);
  if (!schemas.ok) return refusedPage(visit, schemas);
  const isJson = typed('as') === 'json';
  const ofForm = isJson ? undefined : refused;
  return consolePage(visit, {
    part: 'faults',
    title: 'A new fault',
    ...(refused && { status: refused.status }),
    main: (
      <>
        <PortalForm visit={visit} action="/faults/new">
          <Refusal refused={ofForm} />
          <fieldset class="part">
            <legend>Which requests</legend>
            <MatchFields typed={typed} refused={ofForm} apis={catalogue.ok ? catalogue.body.apis : []} schema={schemas.body('Match')} />
          </fieldset>
          <EffectFields typed={typed} refused={ofForm} kinds={kindsIn(schemas.body)} />
          <Field
            name="id"
            label="Name (optional)"
            hint="Answers that the fault had a part in name it in X-Sandbox-Fault. One of the same name is replaced."
            fault={faultAt(ofForm, '/id')}
            value={typed('id')}
            maxlength={64}
          />
          <p>
            <button>Have it go wrong</button>
          </p>
        </PortalForm>
        <h2>Or as JSON</h2>
        <JsonForm
          visit={visit}
          action="/faults/new"
          label="A fault as JSON"
          button="Have this go wrong"
          json={isJson ? typed('json') : ''}
          refused={isJson ? refused : undefined}
        />
      </>
    ),
  });
}

export async function addFault(visit: PageVisit, typed: TextOf): Promise<Response> {
  // Of the two forms of the page, the one for JSON has a field of that name.
  const text = typed('json');
  if (text !== '') {
    const asTyped: TextOf = (name) => (name === 'as' ? 'json' : typed(name));
    const read = jsonTyped(text);
    if ('ok' in read) return newFaultPage(visit, asTyped, read);
    return taken(visit, asTyped, read.json);
  }
  const schemas = await ownSchemas(visit);
  if (!schemas.ok) return refusedPage(visit, schemas);
  const match = matchTyped(typed);
  return taken(visit, typed, { ...(match && { match }), effect: effectTyped(typed, kindsIn(schemas.body)) }, typed('id'));
}

async function taken(visit: PageVisit, typed: TextOf, fault: unknown, id = ''): Promise<Response> {
  const sent = await (id === ''
    ? askControl<'add-fault'>(visit, '/faults', sending('POST', fault))
    : askControl<'put-fault'>(visit, `/faults/${encodeURIComponent(id)}`, sending('PUT', fault)));
  if (sent.ok) return seePage(visit, '/faults?done=added');
  return sent.status === 401 ? refusedPage(visit, sent) : newFaultPage(visit, typed, sent);
}
