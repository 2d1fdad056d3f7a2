/** A request that works: to be sent there and then, and to copy. */
import { Copied } from '../page/copied.tsx';
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';
import { PlaceInRequest } from './place-in-request.tsx';
import type { Exchanged } from './words.ts';

const mended = 'The request as it was sent, with what was wrong put right.';
const same = 'The request as it was sent.';
const alike = 'The request as it was sent, as far as that is kept, but for what is listed below.';

interface WorksProps {
  readonly visit: PageVisit;
  readonly exchange: Exchanged;
}

export function Works({ visit, exchange }: WorksProps) {
  const { works, worksInPowerShell, worksNote, worksInParts, worksChanges = [], problem, answer } = exchange;
  return (
    <>
      <h2>A request that works</h2>
      <p>
        {worksNote ?? (worksChanges.length === 0 ? same : problem ? mended : alike)} It has been tried out, and what it changed was taken
        back.
      </p>
      {worksInParts && answer.status >= 400 && <SendIt visit={visit} exchange={exchange} />}
      <Changes changes={worksChanges} />
      <details>
        <summary>The same for a terminal</summary>
        <Line shell="curl" id="works-curl" text={works} />
        <Line shell="PowerShell" id="works-powershell" text={worksInPowerShell} />
      </details>
    </>
  );
}

/** What stands where its sender has to show something: nobody is given tokens and keys here. */
const credential = /<(?:access token|API key)>/;

function SendIt({ visit, exchange: { id, works = '', api, operation } }: WorksProps) {
  const form = `/apis/${encodeURIComponent(api?.slug ?? '')}/${encodeURIComponent(operation?.id ?? '')}?exchange=${encodeURIComponent(id)}&works`;
  if (credential.test(works))
    return (
      <p>
        It has to show a token or a key. <a href={to(visit, form)}>Fill it in, and send it as somebody</a>
      </p>
    );
  return (
    <PortalForm visit={visit} action={`/exchanges/${encodeURIComponent(id)}/again`}>
      <input type="hidden" name="what" value="works" />
      <p class="actions">
        <button>Send the request that works</button> <a href={to(visit, form)}>Change it first</a>
      </p>
    </PortalForm>
  );
}

const nothing = 'nothing';

function Changes({ changes }: { readonly changes: NonNullable<Exchanged['worksChanges']> }) {
  if (changes.length === 0) return null;
  return (
    <table class="stacked">
      <caption>What is otherwise than it was sent</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          <th scope="col">As it was sent</th>
          <th scope="col">As it works</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ in: part, name, pointer = '', was, is }) => (
          <tr>
            <td>
              <PlaceInRequest in={part} name={name} pointer={pointer} />
            </td>
            <td class="bad">− {was === undefined ? nothing : <code>{was}</code>}</td>
            <td class="good">+ {is === undefined ? nothing : <code>{is}</code>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly shell: string;
  readonly id: string;
  readonly text: string | undefined;
}

function Line({ shell, id, text }: LineProps) {
  if (text === undefined) return null;
  return (
    <>
      <h3>{shell}</h3>
      <Copied id={id} text={text} what={`for ${shell}`} />
    </>
  );
}
