/** What is known of GP Connect appointments, row by row. */
import { expect } from 'vitest';
import { testPerson } from '../../../mocks/personas.ts';
import type { Answer, Loose } from '../../sandbox.ts';
import type { Sheet, SheetRow } from '../sheet.ts';
import {
  bookingOf,
  cancellationOf,
  definition,
  janeSmith,
  openDiary,
  organisationType,
  outcomeOf,
  participants,
  reasonUrl,
  resourcesIn,
} from './appointments.ts';

const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const record = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });

const refusesSlots = async (query: Record<string, string | undefined>, status: number, code: string): Promise<void> =>
  expect([query, outcomeOf(await openDiary().slots(query))]).toMatchObject([query, { status, code }]);

/** Whatever else is right. */
async function refusesBookings(changes: readonly object[], status = 422, code = 'INVALID_RESOURCE') {
  const diary = openDiary();
  const slot = await diary.freeSlot();
  for (const change of changes)
    expect([change, outcomeOf(await diary.ask('POST', '/Appointment', bookingOf(slot, change)))]).toMatchObject([change, { status, code }]);
}

async function refusesCancellations(changes: readonly object[], status: number, code: string): Promise<void> {
  const diary = openDiary();
  const made = await diary.ask('POST', '/Appointment', bookingOf(await diary.freeSlot()));
  for (const change of changes) expect([change, outcomeOf(await diary.cancel(made, change))]).toMatchObject([change, { status, code }]);
}

const firstOf = (answer: Answer, type: string): Loose => resourcesIn(answer, type)[0] ?? {};
const idOf = ({ body }: Answer): string => String(body['id']);

/** The nth pair of slots of one schedule that touch each other. */
async function twoInRow(diary: ReturnType<typeof openDiary>): Promise<readonly [Loose, Loose]> {
  const all = resourcesIn(await diary.slots(), 'Slot');
  for (const one of all) {
    const next = all.find((other) => other['schedule']?.['reference'] === one['schedule']?.['reference'] && other['start'] === one['end']);
    if (next) return [one, next];
  }
  throw new Error('no two slots touch');
}

export const sheet: Sheet = {
  file: 'gp-connect.md',
  sections: ['4'],
  rows: {
    '4: start, end': rule(async () => {
      for (const name of ['start', 'end']) await refusesSlots({ [name]: undefined }, 400, 'BAD_REQUEST');
      for (const start of [
        '2026-01-05',
        'gt2026-01-05',
        'ge2026-01',
        'ge2026-02-30',
        'ge2026-01-05T09:00:00Z',
        'ge2026-01-05T09:00:00+01:00',
        'x',
      ])
        await refusesSlots({ start }, 422, 'INVALID_PARAMETER');
      for (const end of ['le2026-01-20', 'le2026-01-04', 'ge2026-01-16']) await refusesSlots({ end }, 422, 'INVALID_PARAMETER');
      const { slots, ask } = openDiary();
      const twice = 'start=ge2026-01-05&start=ge2026-01-06&end=le2026-01-16&status=free&_include=Slot:schedule';
      expect(outcomeOf(await ask('GET', `/Slot?${twice}`))).toMatchObject({ status: 422, code: 'INVALID_PARAMETER' });
      expect((await slots({ start: 'ge2026-01-05T09:00:00+00:00', end: 'le2026-01-05' })).status).toBe(200);
      expect((await slots({ start: 'ge2026-01-05', end: 'le2026-01-05' })).status).toBe(200);
    }),
    '4: status': rule(async () => {
      await refusesSlots({ status: undefined }, 400, 'BAD_REQUEST');
      await refusesSlots({ status: 'busy' }, 422, 'INVALID_PARAMETER');
    }),
    '4: _include · _include:recurse': record(async () => {
      await refusesSlots({ _include: undefined }, 400, 'BAD_REQUEST');
      await refusesSlots({ '_include:recurse': 'Schedule:actor:Device' }, 422, 'INVALID_PARAMETER');
      const { slots } = openDiary();
      const types = async (recurse?: string) => new Set(resourceTypes(await slots({ '_include:recurse': recurse })));
      expect(await types()).toEqual(new Set(['Slot', 'Schedule', 'Organization']));
      expect(await types('Schedule:actor:Practitioner')).toEqual(new Set(['Slot', 'Schedule', 'Practitioner', 'Organization']));
      expect(await types('Schedule:actor:Location')).toEqual(new Set(['Slot', 'Schedule', 'Location', 'Organization']));
    }),
    '4: searchFilter (repeat)': rule(async () => {
      const { slots, ask } = openDiary();
      const count = async (...filters: readonly string[]) => {
        const query = `start=ge2026-01-05&end=le2026-01-16&status=free&_include=Slot:schedule${filters.map((each) => `&searchFilter=${encodeURIComponent(each)}`).join('')}`;
        return resourcesIn(await ask('GET', `/Slot?${query}`), 'Slot').length;
      };
      const all = resourcesIn(await slots(), 'Slot').length;
      const [urgent, one] = [`${organisationType}|urgent-care`, 'https://fhir.nhs.uk/Id/ods-organization-code|A20047'];
      const [ofType, ofOrganisation] = [await count(urgent), await count(one)];
      expect(ofType).toBeGreaterThan(all);
      expect(ofOrganisation).toBeGreaterThan(all);
      expect(await count(urgent, one)).toBe(ofType + ofOrganisation - all);
      expect(await count('https://example.org/kind|any')).toBe(all);
    }),
    '4: reason empty or absent': rule(async () => {
      const { extension } = bookingOf({});
      await refusesCancellations(
        [{ extension }, { extension: [...extension, { url: reasonUrl }] }, { extension: [{ url: reasonUrl, valueString: ' ' }] }],
        422,
        'INVALID_PARAMETER',
      );
      const { ask, freeSlot, cancel } = openDiary();
      const made = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
      const published = await cancel(made, { extension }, { Prefer: 'contract=published' });
      expect(outcomeOf(published)).toMatchObject({ status: 400, code: 'BAD_REQUEST', words: 'Cancellation reason missing.' });
    }),
    '4: wrong extension url; any other field changed (description, comment, participants, type); absolute reference; past, or already cancelled [I]; path id ≠ body id (demonstrator: 200 with an error OperationOutcome – do not copy)':
      rule(async () => {
        await refusesCancellations(
          [
            { extension: [{ url: `${reasonUrl}0`, valueString: 'Better.' }] },
            { description: 'A cold' },
            { comment: 'Sorry.' },
            { participant: participants(janeSmith, 'Y90001') },
            { serviceType: [{ text: 'Another' }] },
            { slot: [{ reference: 'https://example.org/Slot/1' }] },
            { id: 'another' },
            { status: 'booked' },
          ],
          422,
          'INVALID_RESOURCE',
        );
        const { ask, freeSlot, cancel, clock } = openDiary();
        const made = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
        expect((await cancel(made)).status).toBe(200);
        expect(outcomeOf(await cancel(made))).toMatchObject({ status: 422, code: 'INVALID_RESOURCE' });
        const other = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
        clock.set(Date.UTC(2026, 1, 1));
        expect(outcomeOf(await cancel(other))).toMatchObject({ status: 422, code: 'INVALID_RESOURCE' });
      }),
    '4: stale If-Match': rule(async () => {
      const { ask, freeSlot, cancel } = openDiary();
      const made = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
      expect(outcomeOf(await cancel(made, {}, { 'If-Match': 'W/"2"' }))).toMatchObject({ status: 409, code: 'FHIR_CONSTRAINT_VIOLATION' });
      const cancelled = await cancel(made, {}, { 'If-Match': 'W/"1"' });
      expect([cancelled.status, cancelled.headers.get('etag')]).toEqual([200, 'W/"2"']);
    }),
    "4: practice switched cancelling off · cannot cancel · too late (after the practice's limit)": rule(async () => {
      const diary = openDiary();
      const { ask, slots, freeSlot, cancel, clock, signedIn } = diary;
      const elsewhere = testPerson.cannotCancelOnline;
      const slot = firstOf(await slots({}, signedIn(elsewhere)), 'Slot');
      const off = await ask('POST', '/Appointment', bookingOf(slot, { participant: participants(elsewhere, 'Y55511') }));
      expect([off.status, outcomeOf(await cancel(off))]).toMatchObject([201, { status: 403, code: 'ACCESS_DENIED' }]);

      const soon = await freeSlot();
      const made = await ask('POST', '/Appointment', bookingOf(soon));
      clock.set(Date.parse(String(soon['start'])) - 3_600_000);
      expect(outcomeOf(await cancel(made))).toMatchObject({ status: 461, code: 'ACCESS_DENIED' });

      clock.set(Date.UTC(2026, 9, 1));
      const inAutumn = await slots({ start: 'ge2026-10-05', end: 'le2026-10-09' });
      const jab = resourcesIn(inAutumn, 'Slot').find((one) => String(one['serviceType']?.[0]?.['text']) === 'Vaccination') ?? {};
      const called = await ask('POST', '/Appointment', bookingOf(jab));
      expect(outcomeOf(await cancel(called))).toMatchObject({ status: 409, code: 'ACCESS_DENIED' });
    }),

    'list presence, include, status, form, prefix, offset and span are looked at in this order': rule(async () => {
      const wrong = { _include: 'Slot:x', status: 'busy', start: 'gt2026-13-01', end: 'le2026-03-01' };
      const words = async (query: Record<string, string | undefined>) => String(outcomeOf(await openDiary().slots(query)).words);
      expect(await words({ ...wrong, end: undefined })).toContain('end');
      expect(await words(wrong)).toContain('_include');
      expect(await words({ ...wrong, _include: 'Slot:schedule' })).toContain('status');
      expect(await words({ start: wrong.start, end: wrong.end })).toContain('whole day');
      expect(await words({ start: 'gt2026-01-05', end: wrong.end })).toContain('begins with');
      expect(await words({ start: 'ge2026-01-05T09:00:00+01:00', end: wrong.end })).toContain('offset');
      expect(await words({ end: wrong.end })).toContain('14 days');
    }),
    'list slots are free, inside the range and let go by the practice': record(async () => {
      const { slots, clock } = openDiary();
      const range = { start: 'ge2026-01-06T09:00:00+00:00', end: 'le2026-01-06T17:00:00+00:00' };
      const found = resourcesIn(await slots(range), 'Slot');
      expect(found.length).toBeGreaterThan(0);
      for (const { start, end, status } of found) {
        expect(String(status)).toBe('free');
        expect(String(start) >= '2026-01-06T09:00' && String(end) <= '2026-01-06T17:00:00+00:00').toBe(true);
      }
      const known = new Set(found.map(({ id }) => String(id)));
      clock.set(Date.UTC(2026, 0, 6, 8, 30));
      const onTheDay = resourcesIn(await slots(range), 'Slot').map(({ id }) => String(id));
      expect(onTheDay.some((id) => !known.has(id))).toBe(true);
      expect(resourcesIn(await slots({ start: 'ge2026-03-02', end: 'le2026-03-06' }), 'Slot')).toEqual([]);
    }),
    'list nothing found is an empty Bundle': rule(async () => {
      const { status, body } = await openDiary().slots({ start: 'ge2026-01-10', end: 'le2026-01-11' });
      expect([status, body]).toEqual([200, { resourceType: 'Bundle', type: 'searchset' }]);
    }),
    'list a slot has its channel, its service and its schedule; a schedule its role and its actors': record(async () => {
      const found = await openDiary().slots();
      const { reference } = firstOf(found, 'Slot')['schedule'] ?? {};
      const schedule = resourcesIn(found, 'Schedule').find(({ id }) => String(reference) === `Schedule/${String(id)}`) ?? {};
      expect(firstOf(found, 'Slot')).toMatchObject({
        extension: [{ url: `${definition}/Extension-GPConnect-DeliveryChannel-2`, valueCode: 'In-person' }],
        serviceType: [{ text: 'GP appointment' }],
        schedule: { reference: `Schedule/${String(schedule['id'])}` },
      });
      expect(schedule).toMatchObject({
        extension: [{ valueCodeableConcept: { coding: [{ code: 'R0260' }] } }],
        serviceCategory: { text: 'GP appointments' },
        actor: [{ reference: 'Location/Y12345' }, { reference: expect.stringMatching(/^Practitioner\/\d{12}$/) as unknown }],
      });
    }),
    'list a booking is refused for what is missing, forbidden, too long or absolute': rule(() =>
      refusesBookings([
        { meta: undefined },
        { meta: { profile: ['https://example.org/Appointment'] } },
        ...['status', 'start', 'end', 'slot', 'created', 'participant', 'contained', 'description'].map((name) => ({ [name]: undefined })),
        { id: '1' },
        { reason: [{ text: 'Cough' }] },
        { specialty: [{ text: 'General practice' }] },
        { participant: participants(janeSmith).slice(0, 1) },
        { participant: participants(janeSmith).slice(1) },
        { participant: [{ actor: { reference: `https://example.org/Patient/${janeSmith}` }, status: 'accepted' }] },
        { contained: [{ resourceType: 'Organization', id: '1', name: 'Trevelyan Practice' }] },
        { extension: [{ url: `${definition}/Extension-GPConnect-BookingOrganisation-1`, valueReference: { reference: '#2' } }] },
        { description: 'x'.repeat(101) },
        { comment: 'x'.repeat(501) },
        { start: '2026-01-05T08:00:00+00:00' },
        { end: '2026-01-05T08:00:00+00:00' },
        { participant: participants(janeSmith, 'Y90001') },
        { participant: [...participants(janeSmith), { actor: { reference: 'Practitioner/1' }, status: 'accepted' }] },
      ]),
    ),
    'list an unknown slot is a reference that is not found': rule(() =>
      refusesBookings(
        [{ slot: [{ reference: 'Slot/1' }] }, { slot: [{ reference: 'Slot/00000000-0000-4000-8000-000000000000' }] }],
        422,
        'REFERENCE_NOT_FOUND',
      ),
    ),
    'list an unknown slot is an invalid resource by the demonstrator': rule(async () => {
      const { ask, freeSlot } = openDiary();
      const sent = bookingOf(await freeSlot(), { slot: [{ reference: 'Slot/1' }] });
      expect(outcomeOf(await ask('POST', '/Appointment', sent, { Prefer: 'contract=published' }))).toMatchObject({
        status: 422,
        code: 'INVALID_RESOURCE',
      });
    }),
    'list a taken slot is a duplicate': rule(async () => {
      const { ask, freeSlot } = openDiary();
      const slot = await freeSlot();
      expect((await ask('POST', '/Appointment', bookingOf(slot))).status).toBe(201);
      const again = outcomeOf(await ask('POST', '/Appointment', bookingOf(slot)));
      expect(again).toEqual({ status: 409, code: 'DUPLICATE_REJECTED', issue: 'conflict', words: 'Slot is already in use.' });
      const byGuide = await ask('POST', '/Appointment', bookingOf(slot), { Prefer: 'contract=published' });
      expect(outcomeOf(byGuide)).toMatchObject({ status: 409, code: 'DUPLICATE_REJECTED', issue: 'duplicate' });
    }),
    'list slots in the past, not let go yet, or beyond what the practice allows cannot be booked': rule(async () => {
      const { ask, slots, freeSlot, clock } = openDiary();
      for (const n of [0, 10, 20, 30]) expect((await ask('POST', '/Appointment', bookingOf(await freeSlot(n)))).status).toBe(201);
      const more = bookingOf(await freeSlot());
      expect(outcomeOf(await ask('POST', '/Appointment', more))).toMatchObject({
        status: 422,
        code: 'INVALID_RESOURCE',
        words: expect.stringContaining('4 appointments') as unknown,
      });
      clock.set(Date.UTC(2026, 0, 16, 12));
      const past = bookingOf(firstOf(await slots({ start: 'ge2026-01-16', end: 'le2026-01-16' }), 'Slot'));
      expect(outcomeOf(await ask('POST', '/Appointment', past))).toMatchObject({
        status: 422,
        words: expect.stringContaining('past') as unknown,
      });
    }),
    'list several slots are of one schedule, one after the other': rule(async () => {
      const diary = openDiary();
      const [one, next] = await twoInRow(diary);
      const references = (...those: readonly Loose[]) => those.map(({ id }) => ({ reference: `Slot/${String(id)}` }));
      const last = await diary.freeSlot(40);
      const apart = bookingOf(one, { end: last['end'], slot: references(one, last) });
      expect(outcomeOf(await diary.ask('POST', '/Appointment', apart))).toMatchObject({ status: 422, code: 'INVALID_RESOURCE' });
      const long = await diary.ask('POST', '/Appointment', bookingOf(one, { end: next['end'], slot: references(one, next) }));
      expect([long.status, long.body['slot'], long.body['end']]).toEqual([201, references(one, next), next['end']]);
      const left = resourcesIn(await diary.slots(), 'Slot').map(({ id }) => String(id));
      expect([one, next].map(({ id }) => left.includes(String(id)))).toEqual([false, false]);
    }),
    'list what is booked says where it is, in which version, and what the practice adds': record(async () => {
      const { ask, freeSlot } = openDiary();
      const slot = await freeSlot();
      const made = await ask('POST', '/Appointment', bookingOf(slot));
      expect(made.headers.get('location')).toMatch(new RegExp(`/FHIR/STU3/Appointment/${idOf(made)}/_history/1$`));
      expect(made.headers.get('etag')).toBe('W/"1"');
      expect(made.headers.get('cache-control')).toContain('no-store');
      expect(made.body).toMatchObject({
        extension: [{}, { valueCodeableConcept: {} }, { valueCode: 'In-person' }],
        serviceCategory: { text: 'GP appointments' },
        serviceType: [{ text: 'GP appointment' }],
        minutesDuration: 15,
      });
      const minimal = await ask('POST', '/Appointment', bookingOf(await freeSlot()), { Prefer: 'return=minimal' });
      expect([minimal.status, minimal.body]).toEqual([201, {}]);
    }),
    'list a list takes two days, and past ones as well': record(async () => {
      const { ask, list } = openDiary();
      const of = `/Patient/${janeSmith}/Appointment`;
      for (const query of [
        'start=ge2026-01-05',
        'start=ge2026-01-05&start=ge2026-01-06',
        'start=ge2026-01-05T09:00:00%2B00:00&start=le2026-01-06',
        'start=gt2026-01-05&start=le2026-01-06',
        'start=ge2026-01-05&start=le2026-01-04',
      ])
        expect([query, outcomeOf(await ask('GET', `${of}?${query}`))]).toMatchObject([query, { status: 422, code: 'INVALID_PARAMETER' }]);
      expect(resourcesIn(await list(janeSmith), 'Appointment')).toEqual([]);
      const past = await ask('GET', `${of}?start=ge2016-01-01&start=le2026-01-31`);
      expect(resourcesIn(past, 'Appointment').length).toBeGreaterThan(3);
      const limited = await ask('GET', `${of}?start=ge2016-01-01&start=le2026-01-31&past-appt-limit=2`);
      expect(resourcesIn(limited, 'Appointment')).toEqual(resourcesIn(past, 'Appointment').slice(-2));
    }),
    'list an unknown appointment is no record': rule(async () => {
      expect(outcomeOf(await openDiary().ask('GET', '/Appointment/nothing'))).toMatchObject({ status: 404, code: 'NO_RECORD_FOUND' });
      const byDemonstrator = await openDiary().ask('GET', '/Appointment/nothing', undefined, { Prefer: 'contract=published' });
      expect(outcomeOf(byDemonstrator)).toMatchObject({ status: 404, code: 'NO_RECORD_FOUND' });
    }),
    'list the order of a cancellation’s faults': rule(async () => {
      const { ask, freeSlot } = openDiary();
      const made = await ask('POST', '/Appointment', bookingOf(await freeSlot()));
      const words = async (change: object, headers: Record<string, string> = {}) =>
        String(outcomeOf(await ask('PUT', `/Appointment/${idOf(made)}`, cancellationOf(made, change), headers)).words);
      const stale = { 'If-Match': 'W/"7"' };
      const wrong = { meta: {}, reason: [{ text: 'x' }], id: 'x', slot: [{ reference: 'x' }], status: 'booked', description: 'x' };
      expect(await words(wrong, stale)).toContain('meta.profile');
      const { meta: _, ...second } = wrong;
      expect(await words(second, stale)).toContain('reason');
      const { reason: __, ...third } = second;
      expect(await words(third, stale)).toContain('id');
      const { id: ___, ...fourth } = third;
      expect(await words(fourth, stale)).toContain('If-Match');
      expect(await words(fourth)).toContain('relative');
      const { slot: ____, ...fifth } = fourth;
      expect(await words(fifth)).toContain('status');
      expect(await words({ description: 'x' })).toContain('description');
    }),
    'list a cancelled appointment is a version later, and its slot is free': record(async () => {
      const { ask, freeSlot, cancel, list } = openDiary();
      const slot = await freeSlot();
      const made = await ask('POST', '/Appointment', bookingOf(slot));
      expect((await freeSlot())['id']).not.toBe(slot['id']);
      expect((await cancel(made)).body).toMatchObject({ status: 'cancelled', meta: { versionId: '2' } });
      expect((await freeSlot())['id']).toBe(slot['id']);
      expect(resourcesIn(await list(janeSmith, '&status=cancelled'), 'Appointment')).toMatchObject([{ id: idOf(made) }]);
      expect(resourcesIn(await list(janeSmith, '&status=booked'), 'Appointment')).toEqual([]);
    }),
  },
};

const resourceTypes = ({ body }: Answer): readonly string[] => {
  const entries: unknown = body['entry'] ?? [];
  return Array.isArray(entries) ? entries.map(({ resource }: { readonly resource: Loose }) => String(resource['resourceType'])) : [];
};
