/** Where the APIs of this workspace stand, to be copied into a client, or opened with a phone. */
import { QrCode } from '../look/qr-code.tsx';
import type { PageVisit } from '../visit.ts';
import { isThisMachine } from './this-machine.ts';

export function BaseAddress({ visit: { base } }: { readonly visit: PageVisit }) {
  return (
    <>
      <h2>Its address</h2>
      <div class="address">
        <div>
          <p>Put this in place of the address of the real service. What follows it stays as your client has it.</p>
          <p>
            <code id="base-address" class="copied">
              {base}
            </code>{' '}
            <button type="button" class="plain scripted" data-copies="base-address">
              Copy the address
            </button>
            <span role="status" class="good" data-copied="base-address" />
          </p>
          {isThisMachine(base) && (
            <p class="quiet">
              This address works on this machine only. For a phone or another machine, start with <code>npm start -- --host 0.0.0.0</code>{' '}
              and open one of the addresses that it prints.
            </p>
          )}
        </div>
        {!isThisMachine(base) && <QrCode text={base} id="qr-of-base" title={`QR code of the address ${base}`} />}
      </div>
    </>
  );
}
