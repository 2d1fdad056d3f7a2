/** What is told of a message as it moves on: to its sender by callbacks, and to whoever reads the inbox what the patient reads. */
import type { Json } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { letterRequested } from '../../notify-letters.ts';
import { messageMoved } from '../../notify-messages.ts';
import { unfitness } from '../plans/fill.ts';
import { letterId } from '../progress/letter-told.ts';
import { textOf, type Happening, type OfChannel, type Told } from '../progress/story.ts';
import type { MessageBody } from '../progress/view.ts';
import type { SentMessage } from '../send/kept.ts';
import { channelCallback, messageCallback } from './bodies.ts';
import { asRead, letterOf } from './as-read.ts';

export interface Moment {
  readonly found: SentMessage;
  readonly told: Told;
  readonly happening: Happening;
  /** As it is then. */
  readonly message: MessageBody;
}

export type Callback = {
  readonly messageId: string;
  readonly application?: string;
  readonly body: Json;
};

export function tellOf(cue: Cue, moment: Moment): void {
  const { found, happening } = moment;
  const callback = (body: Json): Json => ({
    messageId: found.id,
    ...(found.sent.application !== undefined && { application: found.sent.application }),
    body,
  });
  if (!('step' in happening)) {
    cue.emit({ type: messageMoved, about: callback(messageCallback(cue, moment)) });
    return;
  }
  if (happening.channel === 'created') return;
  if (isBeginning(happening)) tellWhatIsRead(cue, moment, happening);
  cue.emit({ type: 'channel-status', about: callback(channelCallback(cue, moment, happening)) });
}

const isBeginning = ({ channel, supplier }: OfChannel): boolean => channel === 'sending' && supplier === undefined;

/** A letter is handed over to whoever prints it, as well. Of what is not fit to be sent nobody reads anything. */
function tellWhatIsRead(cue: Cue, { found, told }: Moment, { step }: OfChannel): void {
  const about = told.plan.steps[step];
  if (!about) return;
  const text = textOf(about, told);
  if (unfitness(about.channel, text) !== undefined) return;
  cue.emit({ type: `notify.message.${about.channel}`, about: asRead(found, told, about, text) });
  if (about.channel === 'letter') cue.emit({ type: letterRequested, about: letterOf(letterId(cue, found, step), told.recipient, text) });
}
