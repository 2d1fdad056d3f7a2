/** The bodies of callbacks, as they are published. */
import type { Json, JsonObject } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { shownPlan } from '../plans/plan.ts';
import type { OfChannel } from '../progress/story.ts';
import type { Moment } from './tell.ts';

const instant = (at: number): string => new Date(at).toISOString();

export function messageCallback(cue: Cue, moment: Moment): Json {
  const { found, told, happening, message } = moment;
  const { attributes } = message.data ?? {};
  const metadata = attributes?.metadata?.map(({ labels: _labels, ...others }) => others) ?? [];
  return enveloped(cue, moment, 'MessageStatus', {
    messageId: found.id,
    messageReference: found.message.messageReference,
    messageStatus: attributes?.messageStatus ?? 'created',
    ...said('messageStatusDescription', attributes?.messageStatusDescription),
    ...said('messageFailureReasonCode', attributes?.messageFailureReasonCode),
    channels: (attributes?.channels ?? []).map(({ type, channelStatus }) => ({ type, channelStatus })),
    timestamp: instant(happening.at),
    routingPlan: shownPlan(told.plan),
    ...(metadata.length > 0 && { metadata }),
  });
}

export function channelCallback(cue: Cue, moment: Moment, { step: place, retries = 0, at }: OfChannel): Json {
  const { found, message } = moment;
  const channel = message.data?.attributes.channels?.[place];
  return enveloped(cue, moment, 'ChannelStatus', {
    messageId: found.id,
    messageReference: found.message.messageReference,
    cascadeType: channel?.cascadeType ?? 'primary',
    cascadeOrder: channel?.cascadeOrder ?? place + 1,
    channel: channel?.type ?? 'sms',
    channelStatus: channel?.channelStatus ?? 'created',
    ...said('channelStatusDescription', channel?.channelStatusDescription),
    ...said('channelFailureReasonCode', channel?.channelFailureReasonCode),
    ...said('supplierStatus', channel?.supplierStatus),
    timestamp: instant(at),
    retryCount: channel?.retryCount ?? retries,
  });
}

const said = (name: string, value: string | undefined): JsonObject => (value === undefined ? {} : { [name]: value });

function enveloped(cue: Cue, { found, happening }: Moment, type: string, attributes: JsonObject): Json {
  const key = `${found.id}/${happening.at}/${JSON.stringify(attributes)}`;
  return {
    data: [
      {
        type,
        attributes,
        links: { message: `${found.sent.base}/v1/messages/${found.id}` },
        meta: { idempotencyKey: idempotencyKey((part) => cue.chance(`callback ${part}/${key}`)) },
      },
    ],
  };
}

/** 64 hexadecimal digits, the same for the same news. */
const idempotencyKey = (part: (n: number) => number): string =>
  Array.from({ length: 8 }, (_, n) =>
    Math.floor(part(n) * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
