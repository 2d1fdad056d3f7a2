/** Whether APIs let in whoever asks: what most people come to the settings for, so it has a button of its own. */
import type { OwnSchema } from '../own-schemas.ts';
import { PortalForm } from '../page/form.tsx';
import { to, type PageVisit } from '../visit.ts';

interface AccessPartProps {
  readonly visit: PageVisit;
  readonly isOpen: boolean;
  /** The setting, as the contract has it. */
  readonly schema: OwnSchema;
}

export function AccessPart({ visit, isOpen, schema: { 'x-enumDescriptions': means = {} } }: AccessPartProps) {
  const [now, other] = isOpen ? (['open', 'strict'] as const) : (['strict', 'open'] as const);
  return (
    <section class="panel" aria-labelledby="access">
      <h2 id="access">Access is {now}</h2>
      <p>
        Let in now: {means[now]?.replace(/^./, (letter) => letter.toLowerCase())}{' '}
        {isOpen &&
          'Integration and the real services are strict: each API asks for a token of an application, and looks at what it is for.'}
      </p>
      <PortalForm visit={visit} action="/settings">
        <p>
          <button name="do" value={other}>
            Make access {other}
          </button>
        </p>
      </PortalForm>
      <p>
        {isOpen ? (
          <>
            For one request alone: <code>X-Sandbox-Access: strict</code>.
          </>
        ) : (
          <>
            You need <a href={to(visit, '/applications')}>an application</a>, or <a href={to(visit, '/tokens')}>a token</a> without a
            log-in. What was refused, and how somebody is let in, is said in each <a href={to(visit, '/exchanges')}>exchange</a>.
          </>
        )}
      </p>
    </section>
  );
}
