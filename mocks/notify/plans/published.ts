/**
 * The plans that everybody has: those of the official sandbox, with steps and texts of our own, and the published ones for messages that
 * somebody writes freely. Some of the official sandbox's are there to be refused.
 */
import type { Problem } from '../../../src/mock/problem.ts';
import { found } from '../faults/back-end.ts';
import { duplicateTemplates, internal, invalidValue, missingTemplates } from '../faults/words.ts';
import { tooEarly } from '../send/references.ts';
import type { ChannelType, RoutingPlan, Step, Template } from './plan.ts';

const day = 24;
const usual: Readonly<Record<ChannelType, number>> = { nhsapp: day, email: 3 * day, sms: 3 * day, letter: 7 * day };

const reminder: Template = {
  subject: 'A message from your NHS team',
  body: 'Dear ((fullName)), your NHS team has something for you. Please get in touch with your practice.',
};
const invitation: Template = {
  subject: 'Your appointment at ((clinic))',
  body: 'Dear ((firstName)), you are expected at ((clinic)) on ((day)).',
};

const step = (channel: ChannelType, template = reminder, hours = usual[channel], cascade: Step['cascade'] = 'primary'): Step => ({
  channel,
  hours,
  cascade,
  template,
});

/** Whoever writes freely sends the whole text in a field. */
const app = (field: string, hours: number): Step => step('nhsapp', { body: `((${field}))` }, hours);
const email = step('email', { subject: '((email_subject))', body: '((email_body))' });
const sms = step('sms', { body: '((sms_body))' });

const globalId = (n: number): string => `00000000-0000-0000-0000-00000000000${n}`;

const rows: readonly (readonly [id: string, version: string, steps: readonly Step[]])[] = [
  [
    'b838b13c-f98c-4def-93f0-515d4e4f4ee1',
    'ztoe2qRAM8M8vS0bqajhyEBcvXacrGPp',
    [step('nhsapp'), step('email'), step('sms'), step('letter')],
  ],
  ['49e43b98-70cb-47a9-a55e-fe70c9a6f77c', 'G.uwELAFAGMsKEBk2iIeRCBOB6kj6OkE', [step('nhsapp', reminder, 4), step('sms')]],
  ['b402cd20-b62a-4357-8e02-2952959531c8', 'J7ZPQIf1yyUB4CiBpUBoy.1ahfOTCCQ7', [step('email', invitation), step('letter', invitation)]],
  ['936e9d45-15de-4a95-bb36-ae163c33ae53', 'riOAKoN4ajoVyUf9U2xwHVNRHc5V52A.', [step('letter')]],
  [
    '9ba00d23-cd6f-4aca-8688-00abc85a7980',
    'nkz2osS_oc8IZ5GqeN_1yXKSXe9VEUjV',
    [step('nhsapp'), step('sms', reminder, usual.sms, 'secondary'), step('letter')],
  ],
  [globalId(1), 'odbGpMQvYRM7sp7jueU2lRHQiueKujVO', [app('body', day)]],
  [globalId(2), 'HXdzlIX2Rv2qy7j9MR3FxbPHhJM7Jjzt', [email]],
  [globalId(3), 'xoERWoahq12cq8WMXya4yed9hZtZbMxJ', [sms]],
  // Those that the official sandbox does not have are of versions of our own.
  [globalId(4), 'global-4', [app('nhsapp_body', day), email]],
  [globalId(5), 'global-5', [app('nhsapp_body', 4), email]],
  [globalId(6), 'global-6', [app('nhsapp_body', day), sms]],
  [globalId(7), 'global-7', [app('nhsapp_body', 4), sms]],
];

export const publishedPlans: ReadonlyMap<string, RoutingPlan> = new Map(
  rows.map(([id, version, steps]) => [id, { id, name: 'routing-plan-name', version, createdDate: '2022-01-01T00:00:00.000Z', steps }]),
);

export const planPointer = '/data/attributes/routingPlanId';

const noTemplates = found('internal', 500, missingTemplates, planPointer);

export const refusedPlans: Readonly<Record<string, Problem>> = {
  '4ead415a-c033-4b39-9b05-326ac237a3be': found('invalid-value', 400, invalidValue, planPointer),
  'c8857ccf-06ec-483f-9b3a-7fc732d9ad48': noTemplates,
  'aeb16ab8-cb9c-4d23-92e9-87c78119175c': noTemplates,
  'a3a4e55d-7a21-45a6-9286-8eb595c872a8': found('internal', 500, duplicateTemplates, planPointer),
  '3bb82e6a-9873-4683-b2b9-fdf33c9ba86f': found('internal', 500, internal),
  'd895ade5-0029-4fc3-9fb5-86e1e5370854': tooEarly,
};

/** What the one with duplicate templates has twice: said in the explanation of the answer, since the contract has no place for it. */
export const doubledTemplates = 'EMAIL_TEMPLATE, SMS_TEMPLATE, LETTER_TEMPLATE, LETTER_PDF_TEMPLATE, NHSAPP_TEMPLATE';
