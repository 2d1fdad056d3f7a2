/** Advice and guidance from the request to the answer, with files on the way, as the service has it and its official sandbox has not. */
import { expect, test } from 'vitest';
import {
  answer,
  coded,
  conversion,
  ers,
  fileParameter,
  listed,
  refusal,
  resourceIn,
  said,
  statusOf,
  toUbrn,
  upload,
  uploaded,
  worklist,
} from './advising.ts';

const ubrn = '000000070000';
const patient = '9912003888';

test('a provider asks for more, the referrer sends it two days later, and the advice that follows ends the conversation', async () => {
  const of = ers();
  const { ask, wait } = of;
  const asking = answer({ guidanceOutcome: coded('REQUIRE_FURTHER_INFORMATION'), guidanceIntendedRecommendation: undefined });
  const asked = await ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), { body: asking, headers: { 'If-Match': 'W/"5"' } });
  expect([asked.status, statusOf(resourceIn(asked, 'updatedCommunicationRequest'))]).toEqual([
    200,
    'REFERRER_TO_SUBMIT_FURTHER_INFORMATION',
  ]);
  const early = await ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), { body: answer(), headers: { 'If-Match': 'W/"6"' } });
  expect(refusal(early)).toBe('422 INVALID_REQUEST_STATE');
  wait(2 * 24 * 60 + 1);
  const now = await ask('GET', `/STU3/CommunicationRequest/${ubrn}`);
  expect([now.headers.get('etag'), statusOf(now.body)]).toEqual(['W/"7"', 'PROVIDER_RESPONSE_REQUIRED']);
  const told = await ask('GET', `/STU3/Communication?based-on=CommunicationRequest/${ubrn}/_history/7`);
  expect(told.body['entry']?.[0]?.['resource']?.['note']?.[0]?.['text']).toBe('Here is what you asked for.');
  const old = await ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), { body: answer(), headers: { 'If-Match': 'W/"6"' } });
  expect(old.status).toBe(409);
  const last = await ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), { body: answer(), headers: { 'If-Match': 'W/"7"' } });
  expect(statusOf(resourceIn(last, 'updatedCommunicationRequest'))).toBe('REFERRER_TO_REVIEW_RESPONSE');
  expect(listed(await worklist(of, 'ADVICE_AND_GUIDANCE_REQUESTS'))).toContain(`CommunicationRequest/${ubrn}`);
  wait(2 * 24 * 60 + 1);
  expect((await ask('GET', `/STU3/CommunicationRequest/${ubrn}`)).body['status']).toBe('completed');
  expect(listed(await worklist(of, 'ADVICE_AND_GUIDANCE_REQUESTS'))).not.toContain(`CommunicationRequest/${ubrn}`);
});

test('advice and the letter that comes with it stand in the record of the patient, word for word', async () => {
  const of = ers();
  const id = await uploaded(of, { ubrn });
  const answered = await of.ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), {
    body: answer({}, [fileParameter('guidanceAttachmentFile', id, 'GUIDANCE_RESPONSE')]),
    headers: { 'If-Match': 'W/"5"' },
  });
  expect(answered.status).toBe(200);
  const letters = of.sandbox.workspace.population.record(patient)?.of('document') ?? [];
  expect(
    letters.filter(({ organisation }) => organisation === 'R69').map(({ title, paragraphs }) => [title, ...paragraphs.slice(1)]),
  ).toEqual([
    ['Advice and guidance: Cardiology', 'Stockings will do.'],
    ['A letter', 'The letter.', 'Stockings will do.'],
  ]);
});

test('a provider makes a referral of a request where the referrer allows it: its number finds both from then on', async () => {
  const of = ers();
  const { ask } = of;
  const made = await ask('POST', '/STU3/ReferralRequest/$ers.createFromCommunicationRequestActionLater', {
    body: conversion(`CommunicationRequest/${ubrn}/_history/5`),
  });
  expect(made.status).toBe(201);
  const number = String(made.body['id']);
  const referral = await ask('GET', `/STU3/ReferralRequest/${number}`);
  expect(JSON.stringify(referral.body)).toContain('TRIAGED_PROVIDER_TO_ACTION');
  expect(JSON.stringify(referral.body)).toContain('Advice and guidance conversation - 000000070000.pdf');
  expect((await ask('GET', `/STU3/CommunicationRequest/${ubrn}`)).body['status']).toBe('completed');
  const again = await ask('POST', '/STU3/ReferralRequest/$ers.createFromCommunicationRequestActionLater', {
    body: conversion(`CommunicationRequest/${ubrn}/_history/6`),
  });
  expect(refusal(again)).toBe('422 INVALID_REQUEST_STATE');
});

test('a file can be had once it has been scanned, from an object store that asks nobody who they are', async () => {
  const of = ers();
  const { ask, wait } = of;
  const id = await uploaded(of, { ubrn });
  expect(refusal(await ask('GET', `/STU3/Binary/${id}`))).toBe('422 PENDING');
  expect(refusal(await ask('GET', `/R4/Binary/${id}`))).toBe('422 PENDING');
  wait(5);
  const old = await ask('GET', `/STU3/Binary/${id}`);
  expect([old.status, old.text, old.headers.get('content-disposition')]).toEqual([
    200,
    'The letter.\n\nStockings will do.',
    'attachment; filename="letter.txt"',
  ]);
  const elsewhere = await ask('GET', `/R4/Binary/${id}`);
  expect(elsewhere.status).toBe(307);
  const fetched = await of.sandbox.request(elsewhere.headers.get('location') ?? '');
  expect([fetched.status, await fetched.text()]).toEqual([200, 'The letter.\n\nStockings will do.']);
});

test('a file that is infected, or not what it says it is, can be had by nobody', async () => {
  const of = ers();
  const eicar = await uploaded(of, { ubrn, name: 'eicar.txt' });
  const noPdf = await uploaded(of, { ubrn, name: 'letter.pdf', type: 'application/pdf' });
  of.wait(6);
  expect(refusal(await of.ask('GET', `/R4/Binary/${eicar}`))).toBe('422 THREATS_FOUND');
  expect(refusal(await of.ask('GET', `/R4/Binary/${noPdf}`))).toBe('422 VALIDATION_FAILED');
});

test('a file is attached to the request that it was uploaded for, and to no other', async () => {
  const of = ers();
  const send = (id: string) =>
    of.ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), {
      body: answer({}, [fileParameter('guidanceAttachmentFile', id, 'GUIDANCE_RESPONSE')]),
      headers: { 'If-Match': 'W/"5"' },
    });
  expect(refusal(await send(await uploaded(of)))).toBe('422 INAPPROPRIATE_VALUE');
  expect(refusal(await send(await uploaded(of, { ubrn: '000000070001' })))).toBe('422 INAPPROPRIATE_VALUE');
  expect(refusal(await send('5b0d7c1e-3f7a-4c55-9d3e-0a6f2b1c8d94'))).toBe('422 REFERENCE_NOT_FOUND');
  expect((await send(await uploaded(of, { ubrn }))).status).toBe(200);
});

test('what is uploaded has a name that goes with its type, something in it, and no more than 5 MB', async () => {
  const of = ers();
  expect(refusal(await upload(of, { name: 'letter.pdf' }))).toBe('422 CONFLICTING_VALUES');
  expect(refusal(await upload(of, { name: 'letter' }))).toBe('422 INAPPROPRIATE_VALUE');
  expect(refusal(await upload(of, { name: 'a/b.txt' }))).toBe('422 INVALID_VALUE');
  expect(refusal(await upload(of, { body: '' }))).toBe('422 FILE_SIZE_ERROR');
  expect(refusal(await upload(of, { body: 'x'.repeat(5_242_881) }))).toBe('422 FILE_SIZE_ERROR');
  expect((await upload(of, { body: 'x'.repeat(5_242_880) })).status).toBe(201);
});

test('a worklist holds what waits for its reader: at a hospital and at a practice, of the whole population', async () => {
  const of = ers();
  const review = await worklist(of, 'REFERRALS_FOR_REVIEW', { organisation: 'RZ0' });
  const waiting = await worklist(of, 'AWAITING_BOOKING', { as: 'RC', organisation: 'Y90001' });
  expect(Math.min(listed(review).length, listed(waiting).length)).toBeGreaterThan(0);
  for (const reference of [...listed(review), ...listed(waiting)].slice(0, 4)) {
    const number = reference.replace('ReferralRequest/', '');
    expect(of.sandbox.workspace.population.referral(number)?.entry.status).not.toBe('closed');
  }
});

test('what is sent is refused with the place of each thing that is wrong, and changes nothing', async () => {
  const of = ers();
  const wrong = await of.ask('POST', toUbrn(ubrn, 'sendCommunicationToRequester'), {
    body: answer({ guidance: { valueBoolean: true }, colour: said('red'), updatedPriority: coded('SOON') }),
    headers: { 'If-Match': 'W/"5"' },
  });
  const places = (wrong.body['issue'] as unknown as readonly { readonly expression: readonly string[] }[]).map(
    ({ expression }) => expression[0],
  );
  expect([wrong.status, places.length]).toEqual([422, new Set(places).size]);
  expect(places.length).toBeGreaterThanOrEqual(3);
  expect((await of.ask('GET', `/STU3/CommunicationRequest/${ubrn}`)).headers.get('etag')).toBe('W/"5"');
});

test('a referral of the population has the letters of the patient’s record as its files, and each can be fetched', async () => {
  const { sandbox, ask } = ers();
  const { population } = sandbox.workspace;
  for (const person of population.seek({ needs: { waiting: {} } })) {
    const entry = population
      .record(person.nhsNumber)
      ?.of('referral')
      .find(({ status }) => status === 'sent');
    if (entry?.organisation === undefined) continue;
    const by = { as: 'RC', organisation: entry.organisation } as const;
    const read = await ask('GET', `/STU3/ReferralRequest/${entry.ubrn}`, by);
    const [, id] = /"url":"Binary\/([^"]+)"/.exec(read.text) ?? [];
    expect([read.text, id]).toEqual([read.text, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    const file = await ask('GET', `/STU3/Binary/${id}`, by);
    expect([file.status, file.text.slice(0, 5)]).toEqual([200, '%PDF-']);
    return;
  }
  throw new Error('nobody waits');
});
