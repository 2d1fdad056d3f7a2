/** What becomes of a message once it is whole, and later: delivered, expired, reported, forgotten. */
import type { Json } from '../../../src/contract/contract.ts';
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Cue } from '../../../src/mock/event.ts';
import { mailboxOf } from '../mailboxes/mailboxes.ts';
import { unregisteredWorkflow } from '../mailboxes/workflows.ts';
import { forget, keep, messageOf, newId } from './kept.ts';
import { daysInInbox, expiryOf, forgottenAt, type Failure, type MailRoom, type Message } from './message.ts';

type Post = MailRoom & Pick<AnyCall, 'later' | 'emit'>;

const notCollected = { code: '14', description: `Message not collected by recipient after ${daysInInbox} days` };
const deactivated = { code: '14', description: 'Message was not collected as the mailbox is deactivated' };
const notRegistered = { code: '17', description: 'Workflow ID not registered for mailbox' };

/** Takes in a message, of which chunks may be missing. */
export function takeIn(post: Post, message: Message, isStrict: boolean): void {
  post.later({ at: forgottenAt(message), do: 'forget', about: message.id });
  if (message.status === 'uploading') keep(post, message);
  else deliver(post, message, isStrict);
}

/** Where access is open any workflow reaches any mailbox, as in the official sandbox; where it is strict, those that the mailbox receives. */
export function deliver(post: Post, message: Message, isStrict: boolean): void {
  const mailbox = mailboxOf(post.population, message.to);
  const isUnregistered = isStrict ? mailbox?.receives.includes(message.workflow) === false : message.workflow === unregisteredWorkflow;
  if (mailbox?.isActive === false) return fail(post, message, 'undeliverable', deactivated);
  if (isUnregistered) return fail(post, message, 'error', notRegistered);
  arrive(post, { ...message, status: 'accepted', changed: post.clock.now() });
  post.later({ at: expiryOf(message), do: 'expire', about: message.id });
}

function arrive(post: Post, message: Message): void {
  keep(post, message);
  const { id, from, to, workflow, kind } = message;
  post.emit({
    type: 'mesh.message.arrived',
    about: { mailbox_id: to, message_id: id, sender: from, workflow_id: workflow, message_type: kind },
  });
}

/** The sender finds a report in the inbox: headers, and no content. */
function fail(post: Post, message: Message, status: 'undeliverable' | 'error', why: Pick<Failure, 'code' | 'description'>): void {
  const changed = post.clock.now();
  const failed: Message = { ...message, status, changed, failure: { ...why, linked: '' } };
  keep(post, failed);
  if (message.kind === 'REPORT') return;
  const id = newId(post);
  keep(post, { ...failed, failure: { ...why, linked: id } });
  const { from: to, workflow, said } = message;
  const report: Message = {
    id,
    kind: 'REPORT',
    from: '',
    to,
    workflow,
    said: said['mex-localid'] === undefined ? {} : { 'mex-localid': said['mex-localid'] },
    type: '',
    encoding: '',
    total: 0,
    sizes: {},
    status: 'accepted',
    sent: changed,
    changed,
    failure: { ...why, linked: message.id },
  };
  arrive(post, report);
  post.later({ at: expiryOf(report), do: 'expire', about: id });
  post.later({ at: forgottenAt(report), do: 'forget', about: id });
}

export const later = {
  expire(cue: Cue, about: Json): void {
    const message = messageOf(cue, String(about));
    if (message?.status === 'accepted') fail(cue, message, 'undeliverable', notCollected);
  },
  forget(cue: Cue, about: Json): void {
    forget(cue, String(about));
  },
};
