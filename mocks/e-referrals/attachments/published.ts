/** Files that published examples refer to: all are the same page, but for those that nobody may have. */
import type { Attachment } from './attachment.ts';

type Named = readonly [name: string, more?: Partial<Attachment>];

const day = Date.UTC(2021, 8, 17);
const [infected, invalid] = [{ scanned: 'THREATS_FOUND' }, { scanned: 'VALIDATION_FAILED' }] as const;
/** The scan of these never ends. */
const pending = { at: Number.MAX_SAFE_INTEGER } as const;

const named: Readonly<Record<string, Named>> = {
  'c5d2d200-7613-4a69-9c5f-1bb68e04b8d8': ['example_attachment.pdf'],
  'att-70000-70001': ['legacy_attachment.pdf'],
  '19eb7224-dff3-4730-a5cb-67eac811f1a5': ['referralletter.pdf'],
  '719f6045-e791-4029-8e0f-1201c02b0a55': ['testXXXInfo.pdf'],
  '3816ca48-897a-4be0-907d-a4e830b4e213': ['testResultsA.pdf'],
  'a7c98bb4-c0d0-4094-b26d-8dbd1677edc8': ['testResult2.pdf'],
  'badaf6fc-90f4-411d-999f-04ccd79fa166': ['test2.pdf'],
  '857b901d-1491-47d3-90e2-6c9f13f744dc': ['upload.pdf'],
  '50f0c0d5-7ed1-4587-8fce-889c8685eb54': ['testResult1.pdf'],
  'e1015896-92f4-4073-ad3c-5f30fca76448': ['advice_attachment.pdf'],
  '38dc19ab-893f-47ca-8db0-2d0a07c0e387': ['ReviewLetter.pdf'],
  'b2b22a7e-b3e9-4625-8d2c-00507bfdffb5': ['upload4.pdf'],
  'd7f9fba4-3c57-4dec-a274-94dab9fd4518': ['Advice and guidance conversation - 000000070004.pdf'],
  '80245c92-d28a-4d1f-9b8d-c31f8ab9e322': ['advice.pdf'],
  '89d0521b-057e-4d5c-8630-f5ba2728843e': ['test1.pdf'],
  '6fe7e7ed-2535-4b71-b5aa-c995d121f72e': ['upload5.pdf'],
  'eb303237-8d14-4c39-b543-49a9a2a0d3c7': ['InitialMedication.pdf'],
  'b67faeac-065d-491b-a67e-b829c865b075': ['ReferralLetter.pdf'],
  'bb3db85f-21a1-4fa8-a490-6da6b06c0e06': ['sample.pdf'],
  '10e22163-b1d3-4434-8166-b92be5104c72': ['advice.png', { type: 'image/png', ...pending }],
  'adda8c72-4a91-4dc7-a918-b6d12fb28085': ['referralletter2.png', { type: 'image/png', ...infected }],
  '9e554611-3378-425c-9cab-700b697e52d3': ['referralletter3.doc', { type: 'application/msword', ...invalid }],
  '2a8b042f-e12e-4249-9478-37b2426a4d65': ['upload3.png', { type: 'image/png', ...invalid }],
  '874ef853-131a-48e9-8a0a-1417eaa79d8d': ['moreTestXXXInfo.pdf', invalid],
  // Of our own: too large for the older of the two ways to fetch it.
  'att-70012-70099': ['images.pdf', { size: 6_291_456 }],
};

export function publishedAttachment(id: string): Attachment | undefined {
  const [name, more] = Object.hasOwn(named, id) ? (named[id] ?? []) : [];
  return name === undefined
    ? undefined
    : { id, name, type: 'application/pdf', size: 6, at: day, by: '103264992985', organisation: 'R69', scanned: 'AVAILABLE', ...more };
}

export const isPublishedAttachment = (id: string): boolean => Object.hasOwn(named, id);
