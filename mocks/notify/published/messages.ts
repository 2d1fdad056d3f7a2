/** Messages of the official sandbox, each of them the end of some course; those that the contract shows as examples are not here. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import { shownPlan, type ChannelType } from '../plans/plan.ts';
import { publishedPlans } from '../plans/published.ts';
import { pdsFaults, type PdsFault } from '../recipient/recipient.ts';
import type { ChannelStatus } from '../progress/story.ts';
import type { SupplierStatus } from '../progress/suppliers.ts';
import type { Channel, MessageBody } from '../progress/view.ts';

interface Shown {
  readonly type: ChannelType;
  readonly status: ChannelStatus;
  readonly supplier?: SupplierStatus;
  readonly code?: string;
  readonly cascade?: 'primary' | 'secondary';
}

const delivered = (type: ChannelType): Shown => ({ type, status: 'delivered', supplier: type === 'nhsapp' ? 'read' : 'delivered' });
const sending = (type: ChannelType): Shown => ({ type, status: 'sending', supplier: type === 'nhsapp' ? 'notified' : 'accepted' });
const failed = (type: ChannelType, code = 'SUPE_0007'): Shown => ({
  type,
  status: 'failed',
  ...(code === 'SUPE_0007' && { supplier: type === 'nhsapp' ? 'unnotified' : 'permanent_failure' }),
  code,
});
const skipped = (type: ChannelType): Shown => ({ type, status: 'skipped' });

interface Ended {
  readonly code?: string;
  readonly channels?: readonly Shown[];
  readonly plan?: 'override';
}

const rows: Readonly<Record<string, Ended>> = {
  '2WL3wwFhpZ6blJNIoh747bDEFNv': { channels: [delivered('email')] },
  '2WL3zxCY9e5vm2VP1ZfYMb53WPF': { channels: [delivered('letter')] },
  '2WL5qbEa7TzSWZXU2IAOCCrLXVL': { channels: [delivered('nhsapp')] },
  '2WL44QP7vrKxKKBZdTtUQoB2bWl': { channels: [sending('nhsapp')] },
  '2WL4GEeFVxXG9S57nRlefBwwKxp': { channels: [sending('email')] },
  '2WL4JXrfauCaQnSFbAujoImSKwo': { channels: [sending('sms')] },
  '2WL4mvx6eBva8dcIK60VEGIfcgZ': { code: 'PDSV_0110' },
  '2WL4khXn32dOOj4bB4bi8Tkllrq': { code: 'PDSV_0111' },
  '2WL4QcKGjNHvHFQeKgYbapZJGHK': { code: 'PDSV_0006' },
  '2WL4cPfBRuPKa44JxhyXYf2kr1E': { code: 'PDSV_0008' },
  '2WL45YuHOLATvC3GspEu0oSioux': { code: 'PDSV_0004' },
  '2WL4pcpmKxYYblm3PSKVEqcmEPX': { code: 'PDSV_0001' },
  '2WL4vHFZzInmaYwq6HRNDqTX8dH': { code: 'PDSV_0002', channels: [failed('nhsapp', 'PDSV_0002')] },
  '2WL4xcWKvz4F32g0htBEl8DINzn': { code: 'PDSV_0002', channels: [failed('email', 'PDSV_0002')] },
  '2WL54x0XQjCbWeE5lN0DKQZcokU': { code: 'PDSV_0002', channels: [failed('letter', 'PDSV_0002')] },
  '2WL4W9RgbuLLByXdR77H8vjKSDd': { code: 'SUPE_0007', channels: [failed('email')] },
  '2WL4JtCiOe7l2TT4szwPjNJah3z': { code: 'SUPE_0007', channels: [failed('sms')] },
  '2WL4MOuSeCTODDAScFG7KIq9a5r': { code: 'SUPE_0007', channels: [failed('letter')] },
  '2WL5TWl7F7PondWbZ1vctlEtOZ3': { channels: [delivered('nhsapp'), skipped('email'), skipped('sms'), skipped('letter')] },
  '2WL5eDefrbW31uw1il84WdF8ndH': { channels: [failed('nhsapp'), delivered('email'), skipped('sms'), skipped('letter')] },
  '2WL5f8j4XVxUPgd3OOqXVYvVFIW': { channels: [failed('nhsapp'), failed('email'), failed('sms'), delivered('letter')] },
  '2bBBpsiMl2rnQt99qm6JLZ6w1vq': { code: 'PDSV_0002', channels: [failed('sms', 'PDSV_0002')], plan: 'override' },
  '2n7C5wdJ9JSOSeCJTyd50GvtZeR': { channels: [failed('nhsapp'), { ...delivered('sms'), cascade: 'secondary' }, delivered('letter')] },
};

const created = '2026-01-12T08:30:02.114Z';
const enriched = '2026-01-12T08:30:06.530Z';
const ended = '2026-01-13T08:31:58.260Z';

const described = (code: string): string =>
  Object.hasOwn(pdsFaults, code.slice(-4)) && code.startsWith('PDSV')
    ? pdsFaults[code.slice(-4) as PdsFault] // one of its own names
    : 'The supplier could not deliver the message';

/** Undefined where it is none of them. */
export function publishedMessage(call: AnyCall, id: string): MessageBody | undefined {
  const row = Object.hasOwn(rows, id) ? rows[id] : undefined;
  const [plan, another] = publishedPlans.values();
  if (!row || !plan || !another) return undefined;
  const { code, channels = [], plan: kind = 'original' } = row;
  const status = code !== undefined ? 'failed' : channels.some((one) => one.status === 'sending') ? 'sending' : 'delivered';
  const used = kind === 'override' ? another : plan;
  const shown = ({ type, status: channelStatus, supplier, code: failure, cascade = 'primary' }: Shown, n: number): Channel => ({
    type,
    cascadeType: cascade,
    cascadeOrder: n + 1,
    channelStatus,
    ...(failure !== undefined && { channelStatusDescription: described(failure), channelFailureReasonCode: `CFR_${failure}` }),
    ...(supplier !== undefined && { supplierStatus: supplier }),
    timestamps: {
      created: enriched,
      ...((channelStatus === 'delivered' || channelStatus === 'failed') && { [channelStatus]: ended }),
    },
    routingPlan: { id: used.id, version: used.version, type: kind },
  });
  return {
    data: {
      type: 'Message',
      id,
      attributes: {
        messageReference: `published-${id.slice(-6)}`,
        messageStatus: status,
        ...(code !== undefined && { messageStatusDescription: described(code), messageFailureReasonCode: `MFR_${code}` }),
        ...(channels.length > 0 && { channels: channels.map(shown) }),
        timestamps: { created, ...(channels.length > 0 && { enriched }), ...(status !== 'sending' && { [status]: ended }) },
        metadata: [{ source: 'pds', version: '2', queriedAt: enriched, labels: channels.map(({ type }) => type) }],
        routingPlan: shownPlan(plan),
      },
      links: { self: call.url(`/v1/messages/${id}`) },
    },
  };
}
