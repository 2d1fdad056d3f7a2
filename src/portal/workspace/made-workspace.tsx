/** A workspace that was made, in the answer to the form and never again: its address and its key, which this browser has from then on. */
import type { components } from '../../generated/sandbox-control.types.ts';
import { cookie, keyCookie } from '../cookies.ts';
import { minuteIn } from '../exchanges/words.ts';
import { Copied } from '../page/copied.tsx';
import { page } from '../page/page.tsx';
import { to, type PageVisit } from '../visit.ts';

type MadeWorkspace = components['schemas']['MadeWorkspace'];

export function madePage(visit: PageVisit, made: MadeWorkspace, title: string): Promise<Response> {
  const there = { ...visit, prefix: `${visit.folder}/w/${made.id}` };
  return page(visit, {
    title,
    status: 201,
    headers: { 'Set-Cookie': cookie(keyCookie, made.managementKey, there) },
    main: <Made made={made} open={to(there, '')} />,
  });
}

function Made({ made: { baseUrl, managementKey, expires, curl }, open }: { readonly made: MadeWorkspace; readonly open: string }) {
  return (
    <>
      <p>
        <strong>The key is shown this once.</strong> Keep it if programs of yours are to use it, or if you come back in another browser.
        This browser has it until it is closed.
      </p>
      <h2>Address, which goes before the path of every API</h2>
      <Copied id="made-address" text={baseUrl} what="the address" />
      <h2>Key, which opens everything but the APIs themselves</h2>
      <Copied id="made-key" text={managementKey} what="the key" />
      {expires !== undefined && <p>It is deleted at {minuteIn(expires)} UTC, unless you move its end.</p>}
      <p>Whoever has the address can use the APIs in it: treat it like a password. To try it:</p>
      <Copied id="made-curl" text={curl} what="this line" />
      <p>
        <a class="button" href={open}>
          Open your workspace
        </a>
      </p>
    </>
  );
}
