/** What every page has around what it says: that all of this is synthetic, where one is, and the menu. */
import type { Child } from 'hono/jsx';
import { assetPath } from '../assets.ts';
import { organiserPage, to, type PageVisit } from '../visit.ts';
import type { Section } from './page.tsx';

interface PageLayoutProps {
  readonly visit: PageVisit;
  readonly title: string;
  readonly section?: Section;
  /** By the organiser of an event; empty where there is nothing, and undefined where nobody could say anything. */
  readonly said: string | undefined;
  /** The same as Markdown, where that is there. */
  readonly twin: string | undefined;
  readonly main: Child;
}

const menu: readonly (readonly [section: Section, page: string, words: string])[] = [
  ['home', '', 'Home'],
  ['apis', '/apis', 'APIs'],
  ['people', '/people', 'People'],
  ['exchanges', '/exchanges', 'Exchanges'],
  ['workspace', '/workspace', 'Workspace'],
];

/** Where they are off, a menu would lead nowhere. */
const hasPages = ({ shows, portalOrigin }: PageVisit): boolean => shows !== 'explanations' || portalOrigin !== undefined;

export function PageLayout({ visit, title, section, said, twin, main }: PageLayoutProps) {
  return (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} – NHS API Sandbox (synthetic data)`}</title>
        <link rel="icon" href="data:," />
        {twin !== undefined && hasPages(visit) && <link rel="alternate" type="text/markdown" href={twin} />}
        <link rel="stylesheet" href={assetPath(visit, 'style.css')} />
        {visit.shows !== 'explanations' && <script type="module" src={assetPath(visit, 'portal.js')} />}
      </head>
      <body>
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header>
          <p class="synthetic" role="note">
            Synthetic data. A mock for development and testing: no real patient, never for care. Not a service of the NHS.
          </p>
          {hasPages(visit) && <Menu visit={visit} section={section} />}
          {said !== undefined && (
            <div id="announcement" class="announcement" role="status">
              {said !== '' && <p>From the organiser: {said}</p>}
            </div>
          )}
        </header>
        <main id="main" tabindex={-1}>
          <h1>{title}</h1>
          {main}
        </main>
        <footer>
          <p>
            Every name, number and address here is made up. {hasPages(visit) && <a href={to(visit, '/llms.txt')}>For coding assistants</a>}
            {hasPages(visit) && visit.prefix === visit.folder && (
              <>
                {' · '}
                <a href={organiserPage(visit)}>For organisers</a>
              </>
            )}
          </p>
        </footer>
      </body>
    </html>
  );
}

interface MenuProps {
  readonly visit: PageVisit;
  readonly section: Section | undefined;
}

function Menu({ visit, section }: MenuProps) {
  return (
    <nav aria-label="Sandbox">
      <a class="brand" href={to(visit, '')}>
        NHS API Sandbox
      </a>
      <ul role="list">
        {menu.map(([name, page, words]) => (
          <li>
            <a href={to(visit, page)} aria-current={name === section ? 'page' : undefined}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
