/** A message as it is at an instant: all that has happened to it by then. */
import type { operations } from '../../../src/generated/notify.types.ts';
import { shownPlan } from '../plans/plan.ts';
import { labelsOf, type Recipient } from '../recipient/recipient.ts';
import type { SentMessage } from '../send/kept.ts';
import type { Happening, OfChannel, Told } from './story.ts';
import { enrichedAfter } from './times.ts';

export type MessageBody = operations['get-message']['responses'][200]['content']['application/json'];
type Data = NonNullable<MessageBody['data']>;
export type Attributes = Data['attributes'];
export type Channel = NonNullable<Attributes['channels']>[number];

type Growing<T> = { -readonly [Name in keyof T]: T[Name] };

const instant = (at: number): string => new Date(at).toISOString();

/** `story` is what has happened by then; `told` is there once the recipient is known, and links begin with `base`. */
export function messageAt(
  { id, sent, message }: SentMessage,
  story: readonly Happening[],
  { told, base }: { readonly told?: Told; readonly base: string },
): MessageBody {
  const { created, plan, batch } = sent;
  const timestamps: Growing<Attributes['timestamps']> = { created: instant(created) };
  const attributes: Growing<Attributes> = {
    messageReference: message.messageReference,
    messageStatus: 'created',
    timestamps,
    routingPlan: shownPlan(plan),
  };
  const channels: Channel[] = [];
  for (const happening of story) {
    if ('step' in happening) channels[happening.step] = channelAfter(happening, channels[happening.step], told);
    else {
      const { at, message: messageStatus, why } = happening;
      attributes.messageStatus = messageStatus;
      if (messageStatus !== 'pending_enrichment' && messageStatus !== 'sending') timestamps[messageStatus] = instant(at);
      if (!why) continue;
      attributes.messageStatusDescription = why.description;
      attributes.messageFailureReasonCode = `MFR_${why.code}`;
    }
  }
  if (channels.length > 0) attributes.channels = channels;
  if (told && story.some(({ at }) => at >= created + enrichedAfter))
    attributes.metadata = metadataOf(told.recipient, created + enrichedAfter);
  return {
    data: {
      type: 'Message',
      id,
      attributes,
      ...(batch && { relationships: { messageBatch: { data: { type: 'MessageBatch', id: batch.id } } } }),
      links: { self: `${base}/v1/messages/${id}` },
    },
  };
}

function channelAfter(
  { at, step, channel, supplier, retries, why }: OfChannel,
  before: Channel | undefined,
  told: Told | undefined,
): Channel {
  const about = told?.plan.steps[step];
  if (!about || !told) throw new RangeError('channels are there once the recipient is known');
  const { plan, recipient } = told;
  const isOfRecord = about.channel !== 'nhsapp' && !recipient.given.includes(about.channel);
  const status = channel === 'delivered' || channel === 'failed' ? { [channel]: instant(at) } : {};
  const retryCount = retries ?? before?.retryCount;
  const supplierStatus = supplier ?? before?.supplierStatus;
  return {
    type: about.channel,
    ...(retryCount !== undefined && { retryCount }),
    cascadeType: about.cascade,
    cascadeOrder: step + 1,
    channelStatus: channel,
    ...(why && { channelStatusDescription: why.description, channelFailureReasonCode: `CFR_${why.code}` }),
    ...(supplierStatus !== undefined && { supplierStatus }),
    timestamps: { created: before?.timestamps.created ?? instant(at), ...before?.timestamps, ...status },
    routingPlan: { id: plan.id, version: plan.version, type: 'original' },
    ...(isOfRecord && { metadata: [{ source: 'pds', label: 'recipient_contact' }] }),
  };
}

/** Nobody's record is read where a message came with nothing but contact details. */
function metadataOf({ version, fault, ...recipient }: Recipient, at: number): NonNullable<Attributes['metadata']> {
  if (version === undefined) return [];
  const labels = [...labelsOf({ ...recipient, ...(fault !== undefined && { fault }) })];
  return [{ source: 'pds', version, queriedAt: instant(at), labels }];
}
