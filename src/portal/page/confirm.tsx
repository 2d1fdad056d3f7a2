/** Asked once more before something is done that cannot be taken back. */
import { to, type PageVisit } from '../visit.ts';
import { consolePage, type ConsolePage } from './console.tsx';
import { PortalForm } from './form.tsx';

interface Confirmed extends Pick<ConsolePage, 'part' | 'title'> {
  /** What will be gone, and what stays. */
  readonly words: string;
  /** The page that takes it. */
  readonly action: string;
  readonly button: string;
  /** Where whoever thinks better of it goes. */
  readonly back: string;
}

export const confirmPage = (visit: PageVisit, { part, title, words, action, button, back }: Confirmed): Promise<Response> =>
  consolePage(visit, {
    part,
    title,
    main: (
      <>
        <p>{words}</p>
        <PortalForm visit={visit} action={action}>
          <p class="actions">
            <button>{button}</button> <a href={to(visit, back)}>Leave it as it is</a>
          </p>
        </PortalForm>
      </>
    ),
  });
