/** What an organisation offers, and how it is reached: a number for everybody, and one that clinicians alone are given. */
import type { components } from '../../../src/generated/dos-search.types.ts';
import type { Call } from '../../../src/mock/call.ts';
import { serviceNumber } from '../../service-numbers.ts';
import { codeSystem, hostOf, idOf, organizationId, type Provider } from './provider.ts';

type HealthcareService = components['schemas']['HealthcareService'];

const offered: Readonly<Record<Provider['kind'], readonly string[]>> = {
  'GP Practice': ['GP Consultation Service', 'Primary Care Network Enhanced Access Service'],
  'Community Pharmacy': ['Essential Services'],
  'Distance Selling Pharmacy': ['Essential Services'],
};
/** Those of the premises' services that the directory has types for. */
const types = ['Blood Pressure Check', 'Pharmacy First'];

export function servicesOf(call: Pick<Call, 'chance'>, provider: Provider): readonly HealthcareService[] {
  const { premises, kind } = provider;
  const told = new Set(premises?.services.map((name) => name.toLowerCase()));
  const more = kind === 'Community Pharmacy' ? types.filter((type) => told.has(type.toLowerCase())) : [];
  return [...offered[kind], ...more].map((type, n) => serviceOf(call, provider, { type, n }));
}

function serviceOf(
  call: Pick<Call, 'chance'>,
  provider: Provider,
  { type, n }: { readonly type: string; readonly n: number },
): HealthcareService {
  const { ods, name } = provider.organisation;
  return {
    resourceType: 'HealthcareService',
    id: idOf(call, `service/${ods}/${n}`),
    identifier: [{ system: 'https://fhir.nhs.uk/Id/dos-service-id', value: String(serviceNumber(ods, n)) }],
    providedBy: {
      reference: `Organization/${organizationId(call, provider)}`,
      identifier: { system: codeSystem, value: ods },
      display: name,
    },
    type: [{ coding: [{ code: type, display: type }] }],
    location: [{ reference: `Location/${idOf(call, `location/${ods}`)}` }],
    telecom: telecomOf(provider),
  };
}

function telecomOf(provider: Provider): NonNullable<HealthcareService['telecom']> {
  const { premises, organisation } = provider;
  const told = premises?.contacts ?? [];
  const forClinicians = told.find(({ isForCliniciansOnly }) => isForCliniciansOnly);
  const site = told.find(({ kind }) => kind === 'website');
  const email = told.find(({ kind }) => kind === 'email');
  return [
    phone(organisation.phone, 'Public'),
    ...(forClinicians ? [phone(forClinicians.value, 'Clinician Access Only')] : []),
    { system: 'email' as const, value: email?.value ?? `desk@${hostOf(provider)}` },
    { system: 'url' as const, value: site?.value ?? `https://www.${hostOf(provider)}` },
  ];
}

const phone = (value: string, valueString: 'Public' | 'Clinician Access Only') => ({
  system: 'phone' as const,
  value,
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/contactpoint-comment', valueString }],
});
