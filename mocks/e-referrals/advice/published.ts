/** The requests that published examples are about, as they are until somebody answers them. */
import type { AttachedFile } from '../attachments/attached.ts';
import { publishedOrganisation } from '../organisations.ts';
import type { ActingUser, Advice, AdviceMessage } from './advice.ts';

const user = (id: string, organisation: string, role = 'REFERRING_CLINICIAN'): ActingUser => ({ user: id, organisation, role });

const asked = Date.UTC(2021, 8, 23, 13, 40);
const hour = 3_600_000;
const answerer = user('103264994981', 'R69', 'SERVICE_PROVIDER_CLINICIAN');

type Said = readonly [by: AdviceMessage['by'], since: number, text: string | undefined, ...files: readonly string[]];

const fileOf = (id: string, type: AttachedFile['type']): AttachedFile => ({ id, type, indexed: new Date(asked).toISOString() });

interface Published {
  readonly number: number;
  readonly patient?: string;
  readonly referrer: ActingUser;
  readonly version?: number;
  readonly alsoVersions?: readonly number[];
  readonly files?: readonly string[];
  readonly said: readonly Said[];
}

const service = '11014';
const opening = 'Please advise on the breathlessness of this patient.';

const table: readonly Published[] = [
  {
    number: 70_000,
    referrer: user('921600556514', 'R69'),
    alsoVersions: [1, 2, 3, 4],
    said: [
      ['REQUESTER', 1, opening],
      ['RESPONDER', 2, 'Please do a blood test and send the result.'],
      ['REQUESTER', 3, 'The result is normal.'],
    ],
  },
  {
    number: 70_001,
    referrer: user('103264992985', 'R69'),
    alsoVersions: [6],
    files: ['719f6045-e791-4029-8e0f-1201c02b0a55'],
    said: [
      ['REQUESTER', 1, opening, '3816ca48-897a-4be0-907d-a4e830b4e213'],
      ['RESPONDER', 6, 'The attached page says what to do.', 'a7c98bb4-c0d0-4094-b26d-8dbd1677edc8'],
    ],
  },
  {
    number: 70_002,
    referrer: user('921600556514', 'R69'),
    alsoVersions: [1, 6],
    files: ['10e22163-b1d3-4434-8166-b92be5104c72', 'adda8c72-4a91-4dc7-a918-b6d12fb28085', '2a8b042f-e12e-4249-9478-37b2426a4d65'],
    said: [
      ['REQUESTER', 1, opening],
      ['RESPONDER', 1, 'Please do a blood test.'],
      ['REQUESTER', 1, 'The patient finds it hard to breathe at night.'],
      ['RESPONDER', 1, 'Then please do an X-ray, too.'],
    ],
  },
  {
    number: 70_003,
    referrer: user('103264992985', 'R69', 'REFERRING_CLINICIAN_ADMIN'),
    version: 7,
    said: [
      ['REQUESTER', 1, opening, '857b901d-1491-47d3-90e2-6c9f13f744dc'],
      ['REFERRER_CLINICAL_INFORMATION_UPDATED', 7, undefined, 'badaf6fc-90f4-411d-999f-04ccd79fa166'],
    ],
  },
  {
    number: 70_004,
    referrer: user('103264992985', 'R69'),
    version: 3,
    said: [
      ['REQUESTER', 1, opening, '10e22163-b1d3-4434-8166-b92be5104c72'],
      [
        'RESPONDER',
        3,
        'The attached page says what to do.',
        'adda8c72-4a91-4dc7-a918-b6d12fb28085',
        '874ef853-131a-48e9-8a0a-1417eaa79d8d',
      ],
    ],
  },
  { number: 49_146_177, referrer: user('921600556514', 'R69'), said: [['REQUESTER', 1, opening]] },
];

export const publishedAdvice: ReadonlyMap<string, Advice> = new Map(
  table.map(({ number, patient = '9912003888', referrer, version = 5, alsoVersions = [], files = [], said }) => {
    const ubrn = String(number).padStart(12, '0');
    const messages = said.map(([by, since, text, ...attached], n): AdviceMessage => {
      const from = by === 'RESPONDER' ? answerer : referrer;
      const type = by === 'RESPONDER' ? 'GUIDANCE_RESPONSE' : 'ADVICE_REQUEST';
      const names = attached.map((id) => fileOf(id, type));
      return {
        id: String(10 * (number % 70_000) + 70_000 + n),
        since,
        by,
        from,
        requester: from,
        sent: asked + n * hour,
        ...(text !== undefined && { text }),
        files: names,
      };
    });
    const advice: Advice = {
      ubrn,
      requestId: `c18c4ec4-7d0a-480e-8506-347e0ec228b${number % 10}`,
      version,
      alsoVersions,
      patient,
      priority: 'ROUTINE',
      isConvertible: true,
      shortlist: [service],
      criteria: [
        { name: 'priority', valueCoding: { code: 'ROUTINE' } },
        { name: 'specialty', valueCoding: { code: 'CARDIOLOGY' } },
        { name: 'clinicType', valueCoding: { code: 'HEART_FAILURE' } },
        { name: 'ageAndGenderAppropriate', valueBoolean: true },
      ],
      specialty: 'CARDIOLOGY',
      clinicType: 'HEART_FAILURE',
      service,
      provider: publishedOrganisation,
      referrer,
      status: 'PROVIDER_RESPONSE_REQUIRED',
      isOver: false,
      messages,
      files: files.map((id) => fileOf(id, 'REFERRER')),
    };
    return [ubrn, advice];
  }),
);
