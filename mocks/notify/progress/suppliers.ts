/**
 * How a channel fares with whoever delivers for it. A text takes seconds, a letter days, and a message in the NHS App waits to be read.
 * Addresses that never work are those of the simulator of GOV.UK Notify, which delivers texts and emails for the service.
 */
import type { operations } from '../../../src/generated/notify.types.ts';
import { unfitness, type Filled } from '../plans/fill.ts';
import type { ChannelType } from '../plans/plan.ts';
import type { Recipient } from '../recipient/recipient.ts';

type Attributes = operations['get-message']['responses'][200]['content']['application/json'];
type Channel = NonNullable<NonNullable<NonNullable<Attributes['data']>['attributes']>['channels']>[number];
export type SupplierStatus = NonNullable<Channel['supplierStatus']>;

/** What happens so many milliseconds after the channel began; the last one that has a status is its end. */
export interface Turn {
  readonly after: number;
  readonly supplier?: SupplierStatus;
  readonly status?: 'delivered' | 'failed';
  /** Tries besides the first. */
  readonly retries?: number;
  readonly why?: string;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const delivered = (after: number): Turn => ({ after, supplier: 'delivered', status: 'delivered' });
const failed = (after: number, supplier: SupplierStatus, why: string): Turn => ({ after, supplier, status: 'failed', why });

const permanently = [failed(20 * second, 'permanent_failure', 'The supplier says that it cannot be delivered')];
const temporarily: readonly Turn[] = [
  { after: 20 * second, supplier: 'temporary_failure' },
  { after: 5 * minute, supplier: 'temporary_failure', retries: 1 },
  { after: 15 * minute, supplier: 'temporary_failure', retries: 2, status: 'failed', why: 'The supplier could not deliver it for now' },
];

export function turnsOf(channel: ChannelType, recipient: Recipient, filled: Filled): readonly Turn[] {
  const unfit = unfitness(channel, filled);
  return unfit === undefined ? suppliers[channel](recipient) : [failed(2 * second, 'validation_failed', unfit)];
}

const suppliers: Readonly<Record<ChannelType, (recipient: Recipient) => readonly Turn[]>> = {
  nhsapp({ app }) {
    if (app === 'none') return [failed(3 * second, 'rejected', 'The patient has no NHS App account')];
    if (app === 'off') return [failed(5 * second, 'unnotified', 'The patient has turned notifications of the NHS App off')];
    const notified: readonly Turn[] = [
      { after: 2 * second, supplier: 'notification_attempted' },
      { after: 5 * second, supplier: 'notified' },
    ];
    return app === 'unread' ? notified : [...notified, { after: 10 * minute, supplier: 'read', status: 'delivered' }];
  },
  email({ email = '' }) {
    if (email === 'perm-fail@simulator.notify') return permanently;
    return email === 'temp-fail@simulator.notify' ? temporarily : [delivered(35 * second)];
  },
  sms({ sms = '' }) {
    const number = sms.replaceAll(/\D/g, '');
    if (number.endsWith('7700900002')) return permanently;
    return number.endsWith('7700900003') ? temporarily : [delivered(20 * second)];
  },
  letter({ letter }) {
    const checked: Turn = { after: second, supplier: 'pending_virus_check' };
    // Where nobody lives: pseudo postcodes of the Organisation Data Service.
    if (letter?.postcode.startsWith('ZZ99')) return [checked, failed(minute, 'validation_failed', 'The postcode is not one of a place')];
    return [checked, { after: hour, supplier: 'accepted' }, { after: 3 * day, supplier: 'received', status: 'delivered' }];
  },
};
