/** What is known of what patients are shown, row by row. */
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import { sandboxFor } from '../../sandbox.ts';
import { bundle, headers as sendingHeaders, update, type Said } from '../prescription-status-update/updating.ts';
import { ids, listOf, opened, people, shownTo, trackedIn, type Shown } from './showing.ts';

const ofRecord = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });
const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const still = await opened();
const strict = await sandboxFor('prescriptions-for-patients', { settings: { access: 'strict' } });

const faultOf = ({ status, body }: Shown): readonly unknown[] => {
  const issue = body['issue']?.[0];
  return [status, issue?.['severity'], issue?.['code'], issue?.['details']?.['coding']?.[0]?.['code'], issue?.['diagnostics']];
};

const refused = (headers: Record<string, string>, ...fault: readonly unknown[]): SheetRow =>
  rule(async () => expect(faultOf(await shownTo(still, people.onePrescription, headers)).slice(0, fault.length)).toEqual(fault));

/** A pharmacy says something of the first item that somebody is shown. */
async function said(nhsNumber: string, said_: Said = {}) {
  const sandbox = await opened();
  const [item] = (await shownTo(sandbox, nhsNumber)).items;
  const about = update({ ...said_, person: nhsNumber, item: item?.id ?? '', prescription: item?.prescription ?? '' });
  const body = JSON.stringify(bundle(about));
  const response = await sandbox.request('/prescription-status-update', { method: 'POST', body, headers: sendingHeaders });
  expect(response.status).toBe(201);
  return sandbox;
}

const first = async (nhsNumber: string) => {
  const shown = await shownTo(still, nhsNumber);
  const [item] = shown.items;
  if (!item) throw new Error('nothing is shown');
  return item.resource;
};

export const sheet: Sheet = {
  file: 'prescriptions-for-patients.md',
  sections: ['1', '2', '3', '4'],
  rows: {
    '1: /prescriptions-for-patients-v2 (newer gateway)': rule(async () => {
      const headers = { 'x-nhs-number': '', 'nhsd-nhslogin-user': people.severalPrescriptions, 'nhs-login-identity-proofing-level': 'P9' };
      const response = await still.request('/prescriptions-for-patients/Bundle', {
        headers: { ...ids, ...Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')) },
      });
      expect(await response.json()).toMatchObject({ total: 3 });
    }),
    '1: /prescriptions-for-patients (older)': rule(async () => {
      const response = await still.request('/prescriptions-for-patients/Bundle', {
        headers: { ...ids, 'NHSD-NHSLogin-User': `P9:${people.severalPrescriptions}` },
      });
      expect(await response.json()).toMatchObject({ total: 3 });
    }),
    '2: X-Request-ID': rule(async () => expect((await shownTo(still, people.onePrescription)).body['id']).toBe(ids['X-Request-ID'])),
    '2: X-Correlation-ID': rule(async () => {
      const correlation = '3b9d4e7c-2a6f-4c58-b1d0-6e8f9a7c5d42';
      const { headers } = await shownTo(still, people.onePrescription, { 'X-Correlation-ID': correlation });
      expect([headers.get('x-correlation-id'), headers.get('nhsd-correlation-id')]).toEqual([correlation, correlation]);
    }),
    '2: answer': rule(async () => {
      const { headers } = await shownTo(still, people.onePrescription);
      expect(headers.get('content-type')).toMatch(/^application\/fhir\+json/);
      expect(headers.get('cache-control')).toContain('no-cache');
      for (const name of ['x-request-id', 'nhsd-request-id']) expect([name, headers.get(name)]).toEqual([name, ids['X-Request-ID']]);
      expect(headers.get('apigw-request-id')).toMatch(/.+/);
    }),
    '2: X-Request-ID absent': rule(async () => {
      const response = await still.request('/prescriptions-for-patients/Bundle');
      expect([response.status, await response.json()]).toMatchObject([
        400,
        {
          issue: [
            {
              severity: 'fatal',
              code: 'value',
              details: { coding: [{ code: 'MISSING_FIELD' }] },
              diagnostics: 'X-Request-ID header missing or malformed',
            },
          ],
        },
      ]);
    }),
    '2: X-Request-ID not a UUID (newer rule)': refused(
      { 'X-Request-ID': 'mine' },
      400,
      'error',
      'value',
      'INVALID_VALUE',
      "Invalid value - 'mine' in header 'X-Request-ID'",
    ),
    '2: X-Correlation-ID not a UUID': refused(
      { 'X-Correlation-ID': 'mine' },
      400,
      'error',
      'value',
      'INVALID_VALUE',
      "Invalid value - 'mine' in header 'X-Correlation-ID'",
    ),
    '2: token': rule(async () => {
      const shown = await shownTo(strict, people.onePrescription);
      expect(faultOf(shown).slice(0, 4)).toEqual([401, 'error', 'forbidden', 'ACCESS_DENIED']);
      expect(shown.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['display']).toBe('Missing Authorization header');
    }),
    '3: record': ofRecord(async () => {
      const { prescriptions } = await shownTo(still, people.severalPrescriptions);
      const record = still.workspace.population.record(people.severalPrescriptions)?.of('issue') ?? [];
      expect(new Set(prescriptions)).toEqual(new Set(record.map(({ prescription }) => prescription)));
    }),
    '3: record type': ofRecord(async () => {
      const shown = await shownTo(still, people.onlyRepeatDispensing);
      expect([shown.body['total'], shown.items]).toEqual([0, []]);
    }),
    '3: prescription status': ofRecord(async () => {
      expect(trackedIn(await shownTo(still, people.severalPrescriptions))).toEqual([
        'active: Prescriber Approved',
        'active: Ready to Collect - Partial',
        'active: With Pharmacy - Preparing Remainder',
        'active: Ready to Collect',
        'completed: Collected',
      ]);
    }),
    '3: therefore hidden': ofRecord(async () => {
      const sandbox = await opened();
      expect((await shownTo(sandbox, people.cancelledAndNotDispensed)).body['total']).toBe(2);
      sandbox.clock.set(Date.UTC(2026, 6, 1)); // what waits has expired by then
      expect((await shownTo(sandbox, people.cancelledAndNotDispensed)).body['total']).toBe(1);
    }),
    '3: age': ofRecord(async () => {
      const sandbox = await opened();
      sandbox.clock.set(Date.UTC(2026, 11, 30));
      expect((await shownTo(sandbox, people.onePrescription)).body['total']).toBe(1);
      sandbox.clock.set(Date.UTC(2026, 11, 31));
      expect((await shownTo(sandbox, people.onePrescription)).body['total']).toBe(0);
    }),
    '4: identifier': ofRecord(async () => {
      const { identifier } = await first(people.onePrescription);
      expect(identifier).toMatchObject([
        { system: 'https://fhir.nhs.uk/Id/prescription-order-item-number', value: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      ]);
    }),
    '4: groupIdentifier': ofRecord(async () => {
      const { groupIdentifier } = await first(people.onePrescription);
      expect(groupIdentifier).toMatchObject({
        system: 'https://fhir.nhs.uk/Id/prescription-order-number',
        value: expect.stringMatching(/^[0-9A-F]{6}-Y90001-[0-9A-F]{5}[0-9A-Z+]$/),
      });
    }),
    '4: status, intent': ofRecord(async () => {
      const { items } = await shownTo(still, people.cancelledAndNotDispensed);
      expect(items.map(({ status, resource }) => `${status} ${String(resource['intent'])}`)).toEqual([
        'cancelled order',
        'active order',
        'cancelled order',
        'completed order',
      ]);
    }),
    '4: medicationCodeableConcept': ofRecord(async () => {
      const { medicationCodeableConcept } = await first(people.onePrescription);
      expect(medicationCodeableConcept).toMatchObject({
        coding: [{ system: 'http://snomed.info/sct', display: 'Furosemide 40mg tablets' }],
      });
    }),
    '4: subject.identifier, requester.reference, courseOfTherapyType': ofRecord(async () => {
      const { body } = await shownTo(still, people.onePrescription);
      const [item, , role] = listOf(body['entry']?.[0]?.['resource']?.['entry']);
      expect(item?.['resource']).toMatchObject({
        subject: { identifier: { system: 'https://fhir.nhs.uk/Id/nhs-number', value: people.onePrescription } },
        requester: { reference: role?.['fullUrl'] },
        courseOfTherapyType: { coding: [{ code: 'acute' }] },
      });
    }),
    '4: dispenseRequest': ofRecord(async () => {
      const { dispenseRequest } = await first(people.onePrescription);
      expect(dispenseRequest).toMatchObject({
        validityPeriod: { start: '2025-12-30' },
        quantity: { value: 28, unit: 'tablet', system: 'http://snomed.info/sct', code: '428673006' },
        performer: { reference: expect.stringMatching(/^urn:uuid:/) },
      });
      expect((await first(people.severalPrescriptions))['dispenseRequest']).not.toHaveProperty('performer');
    }),
    '4: substitution.allowedBoolean': ofRecord(async () => {
      expect((await first(people.onePrescription))['substitution']).toEqual({ allowedBoolean: false });
    }),
    '4: extension[]': ofRecord(async () => {
      const { extension } = await first(people.onePrescription);
      expect(extension).toMatchObject([
        {
          url: 'https://fhir.nhs.uk/StructureDefinition/Extension-DM-PrescriptionStatusHistory',
          extension: [
            { url: 'statusDate', valueDateTime: expect.any(String) },
            { url: 'status', valueCoding: { system: 'https://fhir.nhs.uk/CodeSystem/task-businessStatus-nppt', code: 'With Pharmacy' } },
          ],
        },
      ]);
    }),
  },
};

const enrichment: Sheet = {
  file: 'electronic-prescriptions.md',
  sections: ['12'],
  rows: {
    '12: no dispenseRequest.performer': ofRecord(async () => {
      const [item] = (await shownTo(still, people.severalPrescriptions)).items;
      expect([item?.tracked, item?.resource['dispenseRequest']?.['performer']]).toEqual([['Prescriber Approved'], undefined]);
    }),
    '12: history already Prescriber Approved / Prescriber Cancelled': rule(async () => {
      const sandbox = await said(people.cancelledAndNotDispensed, { business: 'Collected', status: 'completed' });
      expect(trackedIn(await shownTo(sandbox, people.cancelledAndNotDispensed)).slice(0, 2)).toEqual([
        'cancelled: Prescriber Cancelled',
        'active: Prescriber Approved',
      ]);
    }),
    '12: pharmacy not onboarded to PSU': ofRecord(async () => {
      const sandbox = await opened();
      expect(trackedIn(await shownTo(sandbox, people.prescriptionExcluded))).toEqual(['active: With Pharmacy but Tracking not Supported']);
      sandbox.clock.set(Date.UTC(2025, 11, 31, 8, 30)); // half an hour after it was released
      expect(trackedIn(await shownTo(sandbox, people.prescriptionExcluded))).toEqual(['active: Prescriber Approved']);
    }),
    '12: no update yet': ofRecord(async () => {
      expect(trackedIn(await shownTo(still, people.closedPharmacy))).toEqual(['active: With Pharmacy']);
    }),
    '12: update known': rule(async () => {
      const sandbox = await said(people.onePrescription, { business: 'ready to collect' });
      expect(trackedIn(await shownTo(sandbox, people.onePrescription))).toEqual(['active: Ready to Collect', 'active: With Pharmacy']);
    }),
    '12: look-up failed': ofRecord(async () => {
      expect(trackedIn(await shownTo(still, people.trackingUnavailable))).toEqual(['active: Tracking Temporarily Unavailable']);
    }),
    '12: terminal status older than 7 days (604,800,000 ms)': rule(async () => {
      const sandbox = await said(people.onePrescription, { business: 'Collected', status: 'completed', modified: '2025-12-31T09:15:00Z' });
      const shown = async (at: string) => {
        sandbox.clock.set(Date.parse(at));
        return trackedIn(await shownTo(sandbox, people.onePrescription))[0];
      };
      expect(await shown('2026-01-07T09:15:00Z')).toBe('active: Collected');
      expect(await shown('2026-01-07T09:15:01Z')).toBe('completed: Collected');
      expect(trackedIn(await shownTo(still, people.collectedLately))).toEqual(['active: Collected', 'completed: Collected']);
    }),
    '12: 400': refused({ 'x-nhs-number': '9000000008' }, 400, 'error', 'value', 'INVALID_RESOURCE_ID'),
    '12: 401': refused({ Prefer: 'code=401' }, 401, 'error', 'forbidden', 'ACCESS_DENIED'),
    '12: 408': rule(async () => {
      const shown = await shownTo(still, people.prescriptionsTooLate);
      expect(faultOf(shown).slice(0, 4)).toEqual([408, 'fatal', 'timeout', 'TIMEOUT']);
      expect(shown.body['issue']?.[0]?.['details']?.['coding']?.[0]?.['display']).toBe('408: The request timed out.');
    }),
    '12: 429': refused({ 'X-Sandbox-Scenario': 'quota' }, 429, 'error', 'throttled'),
    '12: 500': rule(async () => {
      const shown = await shownTo(still, people.prescriptionsFail);
      expect(faultOf(shown)).toEqual([500, 'fatal', 'exception', 'SERVER_ERROR', 'Error intentionally triggered for testing purposes']);
    }),
  },
};

export const further = [enrichment];
