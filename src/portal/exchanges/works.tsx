/** A request that works, to copy. */
import type { Exchanged } from './words.ts';
import { Copied } from '../page/copied.tsx';
import { PlaceInRequest } from './place-in-request.tsx';

const mended = 'The request as it was sent, with what was wrong put right.';
const same = 'The request as it was sent.';
const alike = 'The request as it was sent, as far as that is kept, but for what is listed below.';

export function Works({ works, worksInPowerShell, worksNote, worksChanges = [], problem }: Exchanged) {
  return (
    <>
      <h2>A request that works</h2>
      <p>
        {worksNote ?? (worksChanges.length === 0 ? same : problem ? mended : alike)} It has been tried out, and what it changed was taken
        back.
      </p>
      <Changes changes={worksChanges} />
      <Line shell="curl" id="works-curl" text={works} />
      <Line shell="PowerShell" id="works-powershell" text={worksInPowerShell} />
    </>
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
