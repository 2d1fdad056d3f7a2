/** A practice books at another service: makes bookings for people of the population, reads, finds, changes and cancels them. */
import { expect, test } from 'vitest';
import type { Json } from '../../../src/contract/contract.ts';
import { world } from '../../sandbox.ts';
import { bookingOf, faultOf, openService, nobodys, resourcesIn } from './bookings.ts';

const nhs = 'https://fhir.nhs.uk/Id/nhs-number';

test('a booking is made, read, found, changed and cancelled, for people of the population', async () => {
  const service = openService();
  const { ask } = service;
  const living = [10, 2_000, 30_000, 400_000, 700_000, 700_001].map((index) => world().at(index)).filter(({ death }) => !death);
  for (const { nhsNumber } of living) {
    const [slot = {}] = resourcesIn(await service.slots(), 'Slot');
    const booking = bookingOf(slot, { participant: [{ actor: { reference: `Patient/${nhsNumber}` }, status: 'accepted' }] });
    const made = await ask('POST', '/Appointment', booking);
    const item = `/Appointment/${String(made.body['id'])}`;
    expect((await ask('GET', item)).body).toMatchObject(booking);
    const found = await ask('GET', `/Appointment?patient:identifier=${nhs}|${nhsNumber}`);
    expect(resourcesIn(found, 'Appointment')[0]?.['id']).toBe(made.body['id']);
    expect(found.body['total']).toBe(1 + (world().on('2026-01-01').record(nhsNumber)?.of('appointment').length ?? 0));
    expect((await ask('PUT', item, { ...booking, id: made.body['id'], description: 'Earache' })).body['description']).toBe('Earache');
    expect((await ask('DELETE', item)).body['issue']?.[0]?.['details']?.['coding']?.[0]?.['code']).toBe('RESOURCE_UPDATED');
    expect((await ask('GET', item)).status).toBe(404);
  }
});

const { contract, ask } = openService();

test.for(contract.operations.map((operation) => [operation.id, operation] as const))(
  '%s answers each documented status when it is asked for',
  async ([, operation]) => {
    const given = operation.parameters.filter((each) => each.in === 'query' && each.required);
    const valid: Readonly<Record<string, string>> = {
      status: 'free',
      start: 'ge2026-01-05T00:00:00+00:00',
      _include: 'Slot:schedule',
      'subject:identifier': `${nhs}|9000000009`,
    };
    const query = new URLSearchParams(given.map((each) => [each.name, valid[each.name] ?? 'any'])).toString();
    const body: Json | undefined = operation.body?.content[0]?.examples[0]?.value;
    for (const key of operation.responses.keys()) {
      const statuses = key === '4XX' ? [400, 401, 403, 404, 405, 406, 408, 409, 422, 429] : key === '5XX' ? [500, 501, 503] : [Number(key)];
      for (const status of statuses) {
        const answer = await ask(operation.method.toUpperCase(), `${operation.path.replace('{id}', nobodys)}?${query}`, body, {
          Prefer: `code=${status}`,
        });
        expect(answer.status).toBe(status);
        if (status >= 400) expect(String(faultOf(answer).code)).toMatch(/^(SEND|REC|PROXY)_/);
      }
    }
  },
);
