/** One stub: what it does, what of it no contract documents, and the whole of it as JSON, to be changed. */
import { counted } from '../../contract/counted.ts';
import { askControl, sending } from '../control.ts';
import { consolePage } from '../page/console.tsx';
import { Copied } from '../page/copied.tsx';
import { Done } from '../page/done.tsx';
import type { Refused } from '../page/refusal.tsx';
import { refused as refusedPage } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { asJson, JsonForm, jsonTyped } from '../rules/by-json.tsx';
import { requestsInWords } from '../rules/match.ts';
import { to, type PageVisit } from '../visit.ts';
import { stubAnswerInWords, writtenStub } from './stub-words.ts';

export const stubPath = (id: string): string => `/stubs/${encodeURIComponent(id)}`;

const doneWords = {
  added: 'It answers from the next request on.',
  changed: 'It answers as it says now, from the next request on.',
};

export async function stubPage(visit: PageVisit, id: string, typed?: string, refused?: Refused): Promise<Response> {
  const found = await askControl<'read-stub'>(visit, stubPath(id));
  if (!found.ok) return refusedPage(visit, found);
  const { warnings, ...stub } = found.body;
  const json = asJson(writtenStub(stub));
  return consolePage(visit, {
    part: 'stubs',
    title: `Stub ${id}`,
    ...(refused && { status: refused.status }),
    main: (
      <>
        <Done visit={visit} words={doneWords} />
        {stub.about !== undefined && <p>{stub.about}</p>}
        <dl>
          <dt>Requests</dt>
          <dd>{requestsInWords(stub.match)}</dd>
          <dt>Answer</dt>
          <dd>{stubAnswerInWords(stub)}</dd>
          <dt>So far</dt>
          <dd>{counted(stub.used, 'answer')} since it was written or the workspace was reset</dd>
        </dl>
        {warnings.length > 0 && (
          <details class="panel" open={warnings.length <= 3}>
            <summary>No contract documents this, and it is answered all the same ({warnings.length})</summary>
            <ul>
              {warnings.map((warning) => (
                <li>{warning}</li>
              ))}
            </ul>
          </details>
        )}
        <p class="actions">
          <a href={to(visit, stub.match?.api === undefined ? '/apis' : `/apis/${encodeURIComponent(stub.match.api)}`)}>Try it</a>
          <a href={to(visit, `${stubPath(id)}/delete`)}>Delete it</a>
          <a href={to(visit, '/stubs')}>All stubs</a>
        </p>
        <h2>As JSON</h2>
        <Copied id="stub-json" text={json} what="this stub" />
        <h2>Change it</h2>
        <JsonForm
          visit={visit}
          action={stubPath(id)}
          label="The stub as JSON"
          hint="Its count begins anew."
          button="Change it"
          json={typed ?? json}
          refused={refused}
          lines={12}
        />
      </>
    ),
  });
}

export async function changeStub(visit: PageVisit, id: string, text: string): Promise<Response> {
  const read = jsonTyped(text);
  if ('ok' in read) return stubPage(visit, id, text, read);
  const put = await askControl<'put-stub'>(visit, stubPath(id), sending('PUT', read.json));
  if (put.ok) return seePage(visit, `${stubPath(id)}?done=changed`);
  return put.status === 401 ? refusedPage(visit, put) : stubPage(visit, id, text, put);
}
