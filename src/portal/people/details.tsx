/** Names, addresses, how to reach them, and their practice. */
import type { Child } from 'hono/jsx';
import { during } from './days.ts';
import { ethnicityWords, languageInWords, removalWords } from './coded.ts';
import type { KnownPerson } from './person-page.tsx';

export function Details({ person }: { readonly person: KnownPerson }) {
  const { names, addresses, telecoms, registrations, removal, pharmacy, ethnicity, language, interpreterRequired } = person;
  const current = addresses.filter(({ use }) => use !== 'old');
  const former = addresses.filter(({ use }) => use === 'old');
  return (
    <section aria-labelledby="details">
      <h2 id="details">Details</h2>
      <dl>
        {names.map(({ use, text, period }) => (
          <Row name={`${capital(use)} name`} aside={during(period)}>
            {text}
          </Row>
        ))}
        {current.map((address) => (
          <AddressRow address={address} />
        ))}
        {current.length === 0 && <Row name="Address">none is known</Row>}
        {telecoms.map(({ system, use, value, period }) => (
          <Row name={system === 'other' ? 'Other contact' : `${capital(use)} ${system}`} aside={during(period)}>
            {value}
          </Row>
        ))}
        {telecoms.length === 0 && <Row name="Contact">none is known</Row>}
        {registrations.map(({ practice, period }) => (
          <Row name={period.end === undefined ? 'GP practice' : 'Former practice'} aside={during(period)}>
            {practice.name ?? 'not known here'} ({practice.ods})
          </Row>
        ))}
        {registrations.length === 0 && <Row name="GP practice">none</Row>}
        {removal && (
          <Row name="Taken off the list" aside={during(removal.period)}>
            {removalWords[removal.code] ?? 'reason'} ({removal.code})
          </Row>
        )}
        {pharmacy && (
          <Row name="Pharmacy">
            {pharmacy.name ?? 'not known here'} ({pharmacy.ods})
          </Row>
        )}
        {ethnicity !== undefined && <Row name="Ethnic category">{`${ethnicityWords[ethnicity] ?? 'not known here'} (${ethnicity})`}</Row>}
        {language !== undefined && (
          <Row name="Language">{`${languageInWords(language)}${interpreterRequired ? ', interpreter needed' : ''}`}</Row>
        )}
      </dl>
      {former.length > 0 && (
        <details>
          <summary>Former addresses ({former.length})</summary>
          <dl>
            {former.map((address) => (
              <AddressRow address={address} />
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function AddressRow({ address: { use, text, lines, postcode, period } }: { readonly address: KnownPerson['addresses'][number] }) {
  return (
    <Row name={text ?? `${capital(use)} address`} aside={during(period)}>
      {[...lines, ...(postcode === undefined ? [] : [postcode])].join(', ')}
    </Row>
  );
}

function Row({ name, aside = '', children }: { readonly name: string; readonly aside?: string; readonly children?: Child }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        {aside !== '' && <span class="quiet">, {aside}</span>}
      </dd>
    </>
  );
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
