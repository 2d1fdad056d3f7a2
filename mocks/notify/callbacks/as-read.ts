/** What the patient reads, for whoever looks into the inbox: the text as it is sent, and to whom, with most of the address covered. */
import type { Json } from '../../../src/contract/contract.ts';
import type { LetterRequested } from '../../notify-letters.ts';
import type { Filled } from '../plans/fill.ts';
import type { Step } from '../plans/plan.ts';
import type { Told } from '../progress/story.ts';
import type { Recipient } from '../recipient/recipient.ts';
import type { SentMessage } from '../send/kept.ts';

export function asRead({ id, message }: SentMessage, { recipient }: Told, { channel }: Step, { subject, body }: Filled): Json {
  return {
    messageId: id,
    messageReference: message.messageReference,
    channel,
    ...(recipient.nhsNumber !== undefined && { nhsNumber: recipient.nhsNumber }),
    to: covered(channel, recipient),
    ...(subject !== undefined && { subject }),
    body,
  };
}

/** Ends that are enough to tell one from another. */
function covered(channel: Step['channel'], { nhsNumber = '', email = '', sms = '', letter }: Recipient): string {
  switch (channel) {
    case 'nhsapp':
      return `NHS App account of ${nhsNumber}`;
    case 'email':
      return email.replace(/(?<=^.).*(?=@)/, '***');
    case 'sms':
      return `*** ${sms.slice(-3)}`;
    case 'letter':
      return `a home in ${letter?.postcode.split(' ')[0] ?? ''}`;
  }
}

/** What whoever prints it needs. */
export const letterOf = (id: string, { names, letter }: Recipient, { subject, body }: Filled): LetterRequested => ({
  id,
  specificationId: 'sandbox-letter-c5-second-class',
  to: [names.join(' '), ...(letter?.lines ?? []), letter?.postcode ?? ''],
  subject: subject ?? 'A letter from the NHS',
  paragraphs: body.split(/\n+/),
});
