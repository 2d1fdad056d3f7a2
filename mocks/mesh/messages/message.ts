/** What is known of a message beside its content. */
import type { AnyCall } from '../../../src/mock/any-call.ts';

/** What of a call concerns messages: the paths of two operations hold a number. */
export type MailCall = Pick<AnyCall, 'header' | 'store' | 'clock' | 'chance' | 'population'>;
/** What is at hand where no request is, too. */
export type MailRoom = Pick<MailCall, 'store' | 'clock' | 'chance' | 'population'>;

/** Why it was not delivered; in a report, what the report says. */
export interface Failure {
  readonly code: string;
  readonly description: string;
  /** In a report, the message that it is about; of a message, its report. */
  readonly linked: string;
}

export interface Message {
  readonly id: string;
  readonly kind: 'DATA' | 'REPORT';
  /** Empty in a report: the service itself has no mailbox. */
  readonly from: string;
  readonly to: string;
  readonly workflow: string;
  /** As it was sent, by header in lower case. */
  readonly said: Readonly<Record<string, string>>;
  readonly type: string;
  readonly encoding: string;
  /** How many chunks it has; none in a report. */
  readonly total: number;
  /** Bytes of those that have come, by number. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly status: 'uploading' | 'accepted' | 'acknowledged' | 'undeliverable' | 'error';
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly sent: number;
  readonly changed: number;
  /** When the last chunk came, of a message that was sent in several. */
  readonly whole?: number;
  readonly failure?: Failure;
}

export const bytesOf = ({ sizes }: Message): number => Object.values(sizes).reduce((sum, size) => sum + size, 0);

export const fileNameOf = ({ id, said }: Message): string => said['mex-filename'] ?? `${id}.dat`;

/** `20260105091500`, as far as it is asked for. */
export const stamp = (at: number, digits = 14): string => new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, digits);

const day = 86_400_000;
export const daysInInbox = 5;
/** Uncollected messages leave the inbox, in which they are from when they are whole. */
export const expiryOf = ({ sent, whole = sent }: Message): number => whole + daysInInbox * day;
export const isoExpiry = (message: Message): string => new Date(expiryOf(message)).toISOString();
/** Then nothing is known of it any more. */
export const forgottenAt = ({ sent }: Message): number => sent + 30 * day;
