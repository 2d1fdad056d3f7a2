/** A file taken in: an export in place of what is here, or lines of one's own beside it. */
import { askControl } from '../control.ts';
import { readForm } from '../forms.ts';
import { consolePage } from '../page/console.tsx';
import { Field } from '../page/field.tsx';
import { PortalForm } from '../page/form.tsx';
import { Refusal, type Refused } from '../page/refusal.tsx';
import { refused } from '../page/refused.tsx';
import { seePage } from '../page/see.ts';
import { untakenForm } from '../page/untaken-form.tsx';
import type { PageVisit } from '../visit.ts';

const mebibyte = 1_048_576;
const most = 8 * mebibyte;
/** Characters that are shown again in a field to be mended there; a longer file is mended where it is. */
const mendable = 100_000;

interface Typed {
  readonly text?: string;
  readonly refused?: Refused;
}

export async function importPage(visit: PageVisit, { text = '', refused: why }: Typed = {}): Promise<Response> {
  const workspace = await askControl<'read-workspace'>(visit, '/workspace');
  if (!workspace.ok) return refused(visit, workspace);
  return consolePage(visit, {
    part: 'snapshots',
    title: 'Take in a file',
    status: why?.status ?? 200,
    main: (
      <>
        <Refusal refused={why} />
        <p>
          <strong>A file that was downloaded here takes the place of everything that clients have written.</strong> This cannot be taken
          back, unless you take a snapshot first.
        </p>
        <p>
          Lines of your own are added to what is here. Each is a person, <code>{'{"person": {…}}'}</code>, or a request that an API is
          asked: <code>{'{"api": "…", "operation": "…", "body": {…}}'}</code>. All of a file is taken, or nothing.
        </p>
        <PortalForm visit={visit} action="/snapshots/import" enctype="multipart/form-data">
          <p class="field">
            <label for="import-file">
              A file <span class="hint">Lines of JSON (NDJSON), {most / mebibyte} MiB at most.</span>
            </label>
            <input id="import-file" class="drop" type="file" name="file" accept=".ndjson,.jsonl,.json,application/x-ndjson" />
          </p>
          <Field
            name="text"
            label="Or its lines"
            hint="Taken where no file is chosen."
            lines={6}
            value={text.length > mendable ? '' : text}
          />
          <p class="field">
            <label>
              <input type="checkbox" name="sure" value="yes" required /> An export may take the place of what is here
            </label>
          </p>
          <button>Take it in</button>
        </PortalForm>
      </>
    ),
  });
}

export async function takeIn(visit: PageVisit): Promise<Response> {
  const sent = await readForm(visit, most);
  if ('why' in sent) return untakenForm(visit, sent);
  const field = (name: string): string => sent.fields.get(name) ?? '';
  const text = field('file').trim() === '' ? field('text').replaceAll('\r\n', '\n') : field('file');
  if (text.trim() === '') return importPage(visit, { refused: notSaid('Nothing was given: choose a file, or put its lines below.') });
  if (field('sure') !== 'yes')
    return importPage(visit, { text, refused: notSaid('Say first that it may take the place of what is here.') });
  const taken = await askControl<'import-state'>(visit, '/import', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body: text,
  });
  if (taken.ok) return seePage(visit, '/snapshots?done=imported');
  return taken.status === 401 ? refused(visit, taken) : importPage(visit, { text, refused: taken });
}

const notSaid = (detail: string): Refused => ({
  ok: false,
  status: 422,
  problem: { type: 'about:blank', title: 'Unprocessable Content', status: 422, detail },
});
