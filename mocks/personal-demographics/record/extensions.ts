/** The extensions that a person's Patient carries: pharmacies, death, communication, contact preference, birth place, removal. */
import type { Person } from '../../../src/population.ts';
import { contactMethods, deathNotifications, languages, removalReasons, writtenFormats } from './codes.ts';
import type { Extension } from './patient.ts';
import { extensionUrl, system } from './systems.ts';

export function patientExtensions(person: Person): Extension[] {
  return [
    person.pharmacy !== undefined && pharmacy(extensionUrl.nominatedPharmacy, person.pharmacy),
    person.dispenser !== undefined && pharmacy(extensionUrl.preferredDispenser, person.dispenser),
    person.applianceSupplier !== undefined && pharmacy(extensionUrl.applianceSupplier, person.applianceSupplier),
    person.death && deathNotification(person.death.notification === 'formal' ? '2' : '1', `${person.death.date}T00:00:00+00:00`),
    (person.language !== undefined || person.interpreterRequired) && communication(person.language, person.interpreterRequired),
    person.contactPreference && contactPreference(person.contactPreference),
    person.birthPlace && { url: extensionUrl.birthPlace, valueAddress: { ...person.birthPlace } },
    person.removal && removal(person.removal),
  ].filter((extension) => typeof extension === 'object');
}

type PharmacyUrl = (typeof extensionUrl)['nominatedPharmacy' | 'preferredDispenser' | 'applianceSupplier'];

export function pharmacy(url: PharmacyUrl, value: string): Extension {
  const valueReference = { identifier: { system: system.odsCode, value } };
  switch (url) {
    case extensionUrl.nominatedPharmacy:
      return { url, valueReference };
    case extensionUrl.preferredDispenser:
      return { url, valueReference };
    case extensionUrl.applianceSupplier:
      return { url, valueReference };
  }
}

export function deathNotification(code: '1' | '2', valueDateTime: string): Extension {
  return {
    url: extensionUrl.deathNotification,
    extension: [
      {
        url: 'deathNotificationStatus',
        valueCodeableConcept: {
          coding: [{ system: system.deathNotification, version: '1.0.0', code, display: deathNotifications[code] ?? code }],
        },
      },
      { url: 'systemEffectiveDate', valueDateTime },
    ],
  };
}

export function communication(language: string | undefined, interpreterRequired: boolean): Extension {
  const display = language === undefined ? undefined : languages[language];
  return {
    url: extensionUrl.communication,
    extension: [
      ...(language !== undefined && display !== undefined
        ? [
            {
              url: 'language' as const,
              valueCodeableConcept: { coding: [{ system: system.language, version: '1.0.0', code: language, display }] },
            },
          ]
        : []),
      { url: 'interpreterRequired' as const, valueBoolean: interpreterRequired },
    ],
  };
}

export function contactPreference({ method, format, times }: NonNullable<Person['contactPreference']>): Extension {
  return {
    url: extensionUrl.contactPreference,
    extension: [
      ...(format === undefined
        ? []
        : [
            {
              url: 'PreferredWrittenCommunicationFormat' as const,
              valueCodeableConcept: { coding: [{ system: system.writtenFormat, code: format, display: writtenFormats[format] ?? format }] },
            },
          ]),
      ...(method === undefined
        ? []
        : [
            {
              url: 'PreferredContactMethod' as const,
              valueCodeableConcept: { coding: [{ system: system.contactMethod, code: method, display: contactMethods[method] ?? method }] },
            },
          ]),
      ...(times === undefined ? [] : [{ url: 'PreferredContactTimes' as const, valueString: times }]),
    ],
  };
}

export function removal({ code, period }: NonNullable<Person['removal']>): Extension {
  return {
    url: extensionUrl.removal,
    extension: [
      {
        url: 'removalFromRegistrationCode',
        valueCodeableConcept: {
          coding: [
            { system: system.removalReason, code: isRemovalCode(code) ? code : 'ORR', display: removalReasons[code] ?? 'Other reason' },
          ],
        },
      },
      {
        url: 'effectiveTime',
        valuePeriod: {
          start: `${period.start}T00:00:00+00:00`,
          ...(period.end !== undefined && { end: `${period.end}T00:00:00+00:00` }),
        },
      },
    ],
  };
}

type RemovalCode = 'DEA' | 'EMB' | 'SCT' | 'NIT' | 'TRA' | 'ORR';

function isRemovalCode(code: string): code is RemovalCode {
  return Object.hasOwn(removalReasons, code);
}
