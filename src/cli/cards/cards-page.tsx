/** A page of cards to print and cut out, one for each workspace. It runs no script and asks for nothing: it is all there is. */
import { raw } from 'hono/html';
import { counted } from '../../contract/counted.ts';
import { styleSource } from '../../contract/style-source.ts';
import { CardMarkup, type Card } from '../../portal/organiser/card.tsx';
import { dayAndTime } from '../remote/moment.ts';
import { style } from './style.ts';

interface Described {
  readonly id: string;
  readonly name?: string;
  readonly baseUrl: string;
  readonly expires?: string;
  readonly curl?: string;
}

/** Without a key where there is none to show. */
export function cardOf(
  { id, name = id, baseUrl, expires, curl = `curl ${baseUrl}/_sandbox/catalogue` }: Described,
  key: string | false,
): Card {
  return { name, baseUrl, curl, ...(expires !== undefined && { until: dayAndTime(expires) }), ...(key !== false && { key }) };
}

export async function cardsPage(cards: readonly Card[], { url }: { readonly url: string }): Promise<string> {
  const title = `${counted(cards.length, 'workspace')} at ${new URL(url).host}`;
  const markup = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content={`default-src 'none'; style-src ${styleSource(style)}`} />
        <title>{`${title} – NHS API Sandbox (synthetic data)`}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <header>
            <h1>{title}</h1>
            <p>
              Synthetic data only. Not a service of the NHS. Print on A4 at 100 %: three cards to a page, to be cut along the dashed lines.
            </p>
          </header>
          <ol role="list">
            {cards.map((card, i) => (
              <CardMarkup card={card} number={i + 1} />
            ))}
          </ol>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${await markup.toString()}`;
}
