/** Where messages for an organisation go: up to four endpoints, in the order in which they are to be tried. */
import type { components } from '../../../src/generated/dos-search.types.ts';
import type { Call } from '../../../src/mock/call.ts';
import { official } from '../organisations.ts';
import { hostOf, idOf, organizationId, type Provider } from './provider.ts';

type Endpoint = components['schemas']['Endpoint'];
type Asked = Pick<Call, 'chance' | 'url'>;

interface Sketch {
  readonly connection: 'itk' | 'email' | 'telno' | 'http';
  readonly scenario: 'primary-recipient' | 'copy-recipient';
  readonly payload: string;
  readonly types: readonly string[];
  readonly address: (call: Asked, provider: Provider) => string;
}

const interaction = 'urn:nhs-itk:interaction:';
const report = `${interaction}primaryGeneralPractitionerRecipientNHS111CDADocument-v2-0`;
const copy = `${interaction}copyRecipientNHS111CDADocument-v2-0`;

const itk: Sketch = {
  connection: 'itk',
  scenario: 'primary-recipient',
  payload: report,
  types: ['application/hl7-cda+xml'],
  address: (_, provider) => `https://messages.${hostOf(provider)}/itk/nhs111`,
};
const reports: Sketch = {
  connection: 'email',
  scenario: 'primary-recipient',
  payload: report,
  types: ['application/pdf'],
  address: (_, provider) => `mailto:reports@${hostOf(provider)}`,
};
const copies: Sketch = {
  connection: 'email',
  scenario: 'copy-recipient',
  payload: copy,
  types: ['application/pdf', 'text/html'],
  address: (_, provider) => `mailto:copies@${hostOf(provider)}`,
};
const bookings: Sketch = {
  connection: 'http',
  scenario: 'primary-recipient',
  payload: 'scheduling',
  types: ['application/fhir'],
  // That of the booking API which is served beside this one.
  address: (call) => call.url('').replace(/\/dos-search\/FHIR\/R4$/, '/booking-and-referral/FHIR/R4'),
};
const telephone: Sketch = {
  connection: 'telno',
  scenario: 'copy-recipient',
  payload: copy,
  types: ['text/vcard'],
  address: (_, { organisation }) => `tel:${organisation.phone.replaceAll(' ', '')}`,
};

const ofKind: Readonly<Record<Provider['kind'], readonly Sketch[]>> = {
  'GP Practice': [itk, copies, bookings, telephone],
  'Community Pharmacy': [bookings, reports, telephone],
  'Distance Selling Pharmacy': [reports],
};

export function endpointsOf(call: Asked, provider: Provider): readonly Endpoint[] {
  const { ods } = provider.organisation;
  const sketches = ods === official ? [reports, copies] : ofKind[provider.kind];
  // Not every practice has all of them.
  const count = ods === official ? 2 : Math.max(1, sketches.length - Math.floor(call.chance(`endpoints/${ods}`) * 3));
  return sketches.slice(0, count).map((sketch, n) => endpointOf(call, provider, { sketch, order: n + 1 }));
}

const extension = 'https://fhir.nhs.uk/England/StructureDefinition/Extension-England-';

function endpointOf(call: Asked, provider: Provider, { sketch, order }: { readonly sketch: Sketch; readonly order: number }): Endpoint {
  return {
    resourceType: 'Endpoint',
    id: idOf(call, `endpoint/${provider.organisation.ods}/${order}`),
    extension: [
      { url: `${extension}OrganizationEndpointOrder`, valueInteger: order },
      { url: `${extension}EndpointCompression`, valueBoolean: sketch.connection === 'itk' },
      { url: `${extension}EndpointBusinessScenario`, valueCode: sketch.scenario },
    ],
    status: sketch.connection === 'telno' || !provider.isActive ? 'off' : 'active',
    connectionType: { system: 'https://fhir.nhs.uk/England/CodeSystem/England-EndpointConnection', code: sketch.connection },
    managingOrganization: { reference: `Organization/${organizationId(call, provider)}` },
    payloadType: [{ coding: [{ system: 'http://hl7.org/fhir/ValueSet/endpoint-payload-type', code: sketch.payload }] }],
    payloadMimeType: [...sketch.types],
    address: sketch.address(call, provider),
  };
}
