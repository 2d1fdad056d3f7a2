/** A request that works, to copy. */
import type { Exchanged } from './words.ts';
import { Copied } from '../page/copied.tsx';

const mended = 'The request as it was sent, with what was wrong put right.';
const alike = 'A request to the same operation. Headers and bodies are not kept: what it sends of those is made up.';

export function Works({ works, worksInPowerShell, worksNote, problem }: Exchanged) {
  return (
    <>
      <h2>A request that works</h2>
      <p>{worksNote ?? (problem ? mended : alike)} It has been tried out, and what it changed was taken back.</p>
      <Line shell="curl" id="works-curl" text={works} />
      <Line shell="PowerShell" id="works-powershell" text={worksInPowerShell} />
    </>
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
