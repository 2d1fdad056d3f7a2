/** Each published request with the headers of the role that it belongs to, at the day on which its dates hold: accepted, or named here. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load.ts';
import { openErs, refusal } from './referring.ts';

const specs = resolve(import.meta.dirname, '../../../../shared/specs/e-referrals-fhir.json');
const [referrer, administrator, provider] = ['REFERRING_CLINICIAN', 'REFERRING_CLINICIAN_ADMIN', 'SERVICE_PROVIDER_CLINICIAN'];

/** Which referral or request for advice each is about, where the path has one. */
const about: Readonly<Record<string, string>> = {
  'basic-example-ibs': '000000070002',
  'a012-maintain-referral-letter': '000000070000',
  'a014-reject-referral': '000000070001',
  'a022-cancel-appointment-action-later': '000000070001',
  'a026-send-a&g-response': '000000070000',
  'a028-record-triage-outcome': '000000070006',
  'a031-change-shortlist': '000000070000',
  'a032-change-shortlist-and-send-for-triage': '000000070000',
  'a036-cancel-referral': '000000070000',
  'cancel-referral-provider-without-comment': '000000070001',
};

/** Two are published as refusals; the others cancel the appointment that the examples of reading show as cancelled already. */
const refused: Readonly<Record<string, string>> = {
  'a034-update-appointment cancellation-reason-and-comment': '422 INVALID_REQUEST_STATE',
  'a034-update-appointment cancellation-reason-only-comment-mandatory': '422 MISSING_VALUE',
  'a034-update-appointment minimal-cancellation-reason-only': '422 INVALID_REQUEST_STATE',
  'a034-update-appointment unauthorised-cancellation-reason': '422 INVALID_VALUE',
};

test.skipIf(!existsSync(specs))('the published requests are accepted of whom they belong to', async () => {
  const contract = loadContract({ name: 'e-referrals-fhir.json', text: readFileSync(specs, 'utf8') });
  const found: Record<string, string> = {};
  let accepted = 0;
  for (const { id, method, path, body } of contract.operations)
    for (const { type, examples } of body?.content ?? [])
      for (const { name, value } of examples) {
        if (!type.includes('json')) continue;
        const text = JSON.stringify(value);
        const names = new Set(((value as { parameter?: readonly { name: string }[] }).parameter ?? []).map((each) => each.name));
        const isOfProvider = /^a0(08|14|22|23|26|27|28)-/.test(id) && !/AWAITING_BOOKING|LETTERS|REJECTED_T|ASSESSMENT_R/.test(text);
        const as = isOfProvider ? provider : names.has('referringClinician') ? administrator : referrer;
        const ers = openErs();
        const start = /"eReferralPathwayStart","valueInstant":"([^"]*)"/.exec(text)?.[1];
        if (start !== undefined) ers.sandbox.clock.set(Date.parse(start) + 86_400_000);
        const appointment = (value as { id?: string }).id ?? '70000';
        const to = path.replace('{ubrn}', about[name] ?? about[id] ?? '').replace('{id}', appointment);
        const answer = await ers.ask(method, to, { as, version: 5, body: value, headers: { 'NHSD-eRS-Comm-Rule-Org': 'R69' } });
        if (answer.status < 300) accepted += 1;
        else found[`${id} ${name}`] = refusal(answer);
      }
  expect([found, accepted]).toEqual([refused, 59]);
});
