/** What the draft of the directory's contract misprints: served at the real paths, and at those that it prints. */
import { expect, test } from 'vitest';
import { directory } from '../organisation-directory.ts';

test('the paths and names that the draft misprints answer as the real ones do', async () => {
  const { found, ids, call } = directory('ods-organisations');
  expect(await ids('/Organizationaffiliation?primary-organisation=G81086')).toEqual(
    await ids('/OrganizationAffiliation?primary-organization=G81086'),
  );
  expect((await found('/ListOrganization-deletion')).body).toEqual((await found('/List/Organization-deletion')).body);
  const compose = { include: [{ system: 'https://digital.nhs.uk/services/organisation-data-service/CodeSystem/ODSRelationship' }] };
  const body = { resourceType: 'Parameters', parameter: [{ name: 'valueSet', resource: { resourceType: 'ValueSet', compose } }] };
  const total = async (path: string) =>
    (await call('POST', path, { body, headers: { 'Content-Type': 'application/fhir+json' } })).body['expansion']?.['total'];
  expect([await total('/ValueSet/'), await total('/ValueSet/$expand')]).toEqual([9, 9]);
});

test('an organisation is read as XML by whoever accepts that', async () => {
  const { request, contract } = directory('ods-organisations');
  const answer = await request(`${contract.basePath}/Organization/G81086`, { headers: { Accept: 'application/xml' } });
  expect(await answer.text()).toContain('<name value="TREVELYAN SURGERY (FICTIONAL)"/>');
});
