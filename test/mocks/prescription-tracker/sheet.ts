/** What is known of the tracker, row by row. */
import { expect } from 'vitest';
import type { Sheet, SheetRow } from '../sheet.ts';
import { entriesOf, headers, idsIn, open, textsOf } from './tracking.ts';

const ofRecord = (shows: SheetRow['shows']): SheetRow => ({ by: 'record', shows });
const rule = (shows: SheetRow['shows']): SheetRow => ({ by: 'rule', shows });
const sandbox = open();
const { people } = sandbox;
const get = async (path: string, more: Record<string, string> = headers) => sandbox.call('GET', path, { headers: more });

export const sheet: Sheet = {
  file: 'electronic-prescriptions.md',
  sections: ['11'],
  rows: {
    '11: GET /RequestGroup': ofRecord(async () => {
      const found = await get(`/RequestGroup?nhsNumber=${people.severalPrescriptions}`);
      expect([found.status, found.body['total']]).toEqual([200, 3]);
      const [patient, ...groups] = entriesOf(found);
      expect([patient?.search.mode, patient?.resource['resourceType']]).toEqual(['include', 'Patient']);
      for (const { search, resource } of groups)
        expect([search.mode, resource]).toMatchObject(['match', { resourceType: 'RequestGroup', status: 'active', intent: 'order' }]);
      const [first = ''] = idsIn(found);
      expect(idsIn(await get(`/RequestGroup?prescriptionId=${encodeURIComponent(first)}`))).toEqual([first]);
      expect((await get('/RequestGroup?prescriptionId=24F5DA-A83008-7EFE6Z')).body).toMatchObject({ total: 0, entry: [] });
      const many = `/RequestGroup?nhsNumber=${people.manyPrescriptions}`;
      expect((await get(`${many}&lowDate=20251201&highDate=2025-12-15`)).body['total']).toBe(3);
      expect((await get(many)).body['total']).toBe(30);
    }),
    '11: GET /RequestGroup/{prescriptionId}': ofRecord(async () => {
      const ids = idsIn(await get(`/RequestGroup?nhsNumber=${people.cancelledAndNotDispensed}`));
      const answers = await Promise.all(ids.map((id) => get(`/RequestGroup/${encodeURIComponent(id)}`)));
      const [, read] = answers;
      if (!read) throw new Error('there are two of them');
      const kinds = entriesOf(read).map(({ search, resource }) => `${resource['resourceType']} ${search.mode}`);
      expect(kinds).toEqual([
        'RequestGroup match',
        'Patient include',
        'PractitionerRole include',
        'MedicationRequest include',
        'MedicationRequest include',
        'PractitionerRole include',
        'MedicationDispense include',
      ]);
      const [group] = entriesOf(read);
      if (!group) throw new Error('there is no prescription');
      const [lines, history] = group.resource['action'] as readonly {
        readonly title: string;
        readonly action: readonly { readonly title: string }[];
      }[];
      expect([lines?.title, history?.title]).toEqual(['Prescription Line Items(Medications)', 'Prescription status transitions']);
      expect(history?.action.map(({ title }) => title)).toEqual([
        'Prescription upload successful',
        'Prescription/item was cancelled',
        'Nominated Release Request successful',
        'Dispense notification successful',
      ]);
      const requests = entriesOf(read).filter(({ resource }) => resource['resourceType'] === 'MedicationRequest');
      expect(requests.map(({ resource }) => resource['status'])).toEqual(['cancelled', 'stopped']);
      const [id = ''] = ids;
      expect((await get(`/RequestGroup/${encodeURIComponent(id)}?issueNumber=2`)).status).toBe(404);
    }),
    'list 11: errors': rule(async () => {
      const wrong = async (path: string, more?: Record<string, string>) => textsOf(await get(path, more));
      expect(await wrong('/RequestGroup', {})).toEqual([
        'Missing required query string parameter; either prescriptionId or nhsNumber must be included.',
        ...Object.keys(headers).map((name) => `Missing required header, ${name}.`),
      ]);
      expect(await wrong('/RequestGroup?prescriptionId=24F5DA-A83008-7EFE6Y&nhsNumber=12')).toEqual([
        'Invalid query string parameters; only prescriptionId or nhsNumber must be provided, not both.',
        'prescriptionId checksum is invalid.',
        'nhsNumber does not match required format.',
      ]);
      expect(await wrong('/RequestGroup?prescriptionId=x')).toEqual(['prescriptionId does not match required format.']);
      expect(await wrong('/RequestGroup?nhsNumber=9000000008')).toEqual(['nhsNumber checksum is invalid.']);
      const none = await get('/RequestGroup/24F5DA-A83008-7EFE6Z');
      expect([none.status, none.body['issue']?.[0]?.['details']?.['coding']?.[0]]).toEqual([
        404,
        {
          system: 'https://fhir.nhs.uk/CodeSystem/http-error-codes',
          code: 'NOT_FOUND',
          display: '404: The Server was unable to find the specified resource.',
        },
      ]);
      const bad = await get('/RequestGroup');
      expect(bad.body['issue']?.[0]?.['details']?.['coding']?.[0]).toMatchObject({
        code: 'BAD_REQUEST',
        display: '400: The Server was unable to process the request.',
      });
    }),
  },
};
