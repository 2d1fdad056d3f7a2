/** What a producer tells, a consumer finds; what the records of people imply is found without anybody telling it, and its documents open. */
import { expect, test } from 'vitest';
import { aboutPatient, coded, idsOf, locator, plan, said, snomed, type SentPointer } from './locator.ts';
import { world } from '../../sandbox.ts';

const treatmentPlan = { type: coded('735324008', 'Treatment escalation plan') };

test('a pointer is made, found by a ward, changed, replaced and deleted, for people of the population', async () => {
  const { producer, consumer, make } = locator();
  for (const index of [10, 30_000, 700_000]) {
    const { nhsNumber } = world().at(index);
    const search = `/DocumentReference?${aboutPatient(nhsNumber)}&type=${snomed('735324008')}`;
    const id = await make(plan(treatmentPlan, 'RJ11', nhsNumber));
    expect(id).toMatch(/^RJ11-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
    expect(idsOf(await consumer('GET', search, { as: 'RX898' }))).toEqual([id]);
    expect(idsOf(await producer('GET', search))).toEqual([id]);
    expect(idsOf(await producer('GET', search, { as: 'RX898' }))).toEqual([]);

    const changed = plan({ ...treatmentPlan, id, description: 'Second edition' }, 'RJ11', nhsNumber);
    expect(said(await producer('PUT', `/DocumentReference/${id}`, { body: changed })).slice(0, 2)).toEqual([200, 'RESOURCE_UPDATED']);
    const read = await consumer('GET', `/DocumentReference/${id}`, { as: 'RX898' });
    expect(read.body).toMatchObject({ id, description: 'Second edition', date: '2026-01-01T00:00:00+00:00' });

    expect(said(await producer('DELETE', `/DocumentReference/${id}`)).slice(0, 2)).toEqual([200, 'RESOURCE_DELETED']);
    expect((await consumer('GET', `/DocumentReference/${id}`)).status).toBe(404);
    expect(idsOf(await consumer('GET', search))).toEqual([]);
  }
});

test('every pointer that is told leads to a document that opens, at the organisation that wrote it', async () => {
  const { consumer, sandbox } = locator({ prefix: '/w/ward' });
  let plans = 0;
  for (const { nhsNumber } of [10, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 70_000, 400_000].map((n) => world().at(n))) {
    const found = await consumer('GET', `/DocumentReference?${aboutPatient(nhsNumber)}`);
    const count = await consumer('GET', `/DocumentReference?${aboutPatient(nhsNumber)}&_summary=count`);
    expect([count.body['total'], count.body['entry']]).toEqual([found.body['total'], undefined]);
    for (const entry of (found.body['entry'] ?? []) as unknown as readonly { readonly resource: SentPointer & { readonly id: string } }[]) {
      const {
        id,
        custodian,
        author,
        content: [first],
        type,
      } = entry.resource;
      expect(author).toEqual([custodian]);
      const owner = custodian.identifier.value;
      expect(world().organisation(owner)).toBeDefined();
      expect(id.startsWith(`${owner}-`)).toBe(true);
      if (type.coding[0]?.code !== '824321000000109') plans += 1;
      const url = first?.attachment.url ?? '';
      expect(url).toContain('/w/ward/record-locator/consumer/FHIR/R4/documents/');
      const opened = await sandbox.request(url.replace('/w/ward', ''));
      expect([opened.status, opened.headers.get('content-type'), (await opened.text()).slice(0, 5)]).toEqual([
        200,
        'application/pdf',
        '%PDF-',
      ]);
      expect((await consumer('GET', `/DocumentReference/${id}`)).body).toEqual(entry.resource);
    }
  }
  expect(plans).toBeGreaterThan(0);
});
