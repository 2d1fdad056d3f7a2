/** Messages that other services of the NHS have sent to patients: to the NHS App, or as a text where there is none. */
import type { Json } from '../../../src/contract/contract.ts';
import type { Cue } from '../../../src/mock/event.ts';
import type { MessageWanted } from '../../notify-messages.ts';
import type { RoutingPlan } from '../plans/plan.ts';
import { begin } from '../progress/progress.ts';
import { keep } from './kept.ts';

/** Nobody else's account has it. */
const plan = (text: string): RoutingPlan => ({
  id: '5ee5b1ce-0000-4000-8000-000000000001',
  name: 'service-messages',
  version: 'sandbox',
  createdDate: '2026-01-01T00:00:00.000Z',
  steps: [
    { channel: 'nhsapp', hours: 4, cascade: 'primary', template: { body: text } },
    { channel: 'sms', hours: 72, cascade: 'primary', template: { body: text } },
  ],
});

const published = 'https://api.service.nhs.uk/comms';

export function sendForService(cue: Cue, about: Json): void {
  const { reference, nhsNumber, odsCode, text } = about as MessageWanted; // as the services agree
  const message = { messageReference: reference, nhsNumber, odsCode };
  const { sent, ids } = keep(cue, { created: cue.clock.now(), base: published, plan: plan(text) }, [message]);
  begin({ later: (what) => cue.later(what), note: () => {} }, sent, ids);
}
