/** A stub of one's own: by a short form, which an exchange may have filled in, or as JSON. */
import { askControl, sending } from '../control.ts';
import { ownSchemas } from '../own-schemas.ts';
import { consolePage } from '../page/console.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused as refusedPage } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { JsonForm, jsonTyped } from '../rules/by-json.tsx';
import type { TextOf } from '../rules/typed.ts';
import { to, type PageVisit } from '../visit.ts';
import { fromExchange } from './from-exchange.ts';
import { StubForm, stubTyped } from './stub-form.tsx';

/** `?from={exchange}`, or fields of the form by their names. */
export async function newStubPage(visit: PageVisit): Promise<Response> {
  const from = visit.query.get('from');
  if (from === null) return shownForm(visit, (name) => visit.query.get(name) ?? '');
  const filled = await fromExchange(visit, from);
  return shownForm(visit, (name) => filled?.fields[name] ?? '', {
    said: !filled ? 'This exchange is not kept any more, so nothing is filled in.' : filled.isCut ? 'cut' : undefined,
  });
}

interface Told {
  readonly refused?: Refused;
  readonly isJson?: boolean;
  readonly said?: string | undefined;
}

async function shownForm(visit: PageVisit, typed: TextOf, { refused, isJson = false, said }: Told = {}): Promise<Response> {
  const [schemas, stubs, catalogue] = await Promise.all([
    ownSchemas(visit),
    askControl<'list-stubs'>(visit, '/stubs'),
    askControl<'catalogue'>(visit, '/catalogue?curl=false'),
  ]);
  if (!stubs.ok) return refusedPage(visit, stubs);
  if (!schemas.ok) return refusedPage(visit, schemas);
  return consolePage(visit, {
    part: 'stubs',
    title: 'A new stub',
    ...(refused && { status: refused.status }),
    main: (
      <>
        {said === 'cut' ? (
          <p class="panel">
            Only the beginning of this answer’s body was kept, so none is filled in. Have more kept of each body (
            <a href={to(visit, '/settings')}>settings</a>), and send the request again.
          </p>
        ) : (
          said !== undefined && <p class="panel">{said}</p>
        )}
        <StubForm
          visit={visit}
          typed={typed}
          refused={isJson ? undefined : refused}
          apis={catalogue.ok ? catalogue.body.apis : []}
          schemaOf={schemas.body}
        />
        <h2>Or as JSON</h2>
        <JsonForm
          visit={visit}
          action="/stubs/new"
          label="A stub as JSON"
          hint="With all that a stub may say: answers in turn, scenarios, rows that later requests find."
          button="Answer as this says"
          json={isJson ? typed('json') : ''}
          refused={isJson ? refused : undefined}
        />
      </>
    ),
  });
}

export async function addStub(visit: PageVisit, typed: TextOf): Promise<Response> {
  const text = typed('json');
  const isJson = text !== '';
  const read = isJson ? jsonTyped(text) : stubTyped(typed);
  if ('ok' in read) return shownForm(visit, typed, { refused: read, isJson });
  const made = await askControl<'add-stub'>(visit, '/stubs', sending('POST', 'json' in read ? read.json : read.stub));
  if (made.ok) return seePage(visit, `/stubs/${encodeURIComponent(made.body.id)}?done=added`);
  return made.status === 401 ? refusedPage(visit, made) : shownForm(visit, typed, { refused: made, isJson });
}
