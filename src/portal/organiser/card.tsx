/** What a team is given to begin with: a card to print and cut out. On our pages, and in files that the command line writes. */
import { QrCode } from '../look/qr-code.tsx';

export interface Card {
  readonly name: string;
  readonly baseUrl: string;
  readonly key?: string;
  /** A first line to try. */
  readonly curl: string;
  /** When it ends, in words. */
  readonly until?: string;
}

export function CardMarkup({ card, number }: { readonly card: Card; readonly number: number }) {
  const { name, baseUrl, key, curl, until } = card;
  return (
    <li>
      <h2>{name}</h2>
      <QrCode text={baseUrl} id={`qr-${number}`} title={`QR code of the address of ${name}: ${baseUrl}`} />
      <dl>
        <dt>Address</dt>
        <dd>
          <code>{baseUrl}</code>
        </dd>
        {key !== undefined && (
          <>
            <dt>Key, for your team only: it can reset and delete the workspace</dt>
            <dd>
              <code>{key}</code>
            </dd>
          </>
        )}
        <dt>Try it</dt>
        <dd>
          <code>{curl}</code>
        </dd>
      </dl>
      <p>{until === undefined ? '' : `Until ${until}. `}Synthetic data only: no real patient, never for care.</p>
    </li>
  );
}
