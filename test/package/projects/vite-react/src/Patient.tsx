import { createClient } from 'nhs-api-sandbox/client';
import type { components } from 'nhs-api-sandbox/types/personal-demographics';
import { useEffect, useState } from 'react';

type Record = components['schemas']['Patient'];

const patients = createClient('personal-demographics');
const official = 'https://sandbox.api.service.nhs.uk/personal-demographics/FHIR/R4/Patient';

export default function Patient({ id }: { readonly id: string }) {
  const [byAddress, setByAddress] = useState<Record>();
  const [byClient, setByClient] = useState<Record>();

  useEffect(() => {
    const header = { 'X-Request-ID': crypto.randomUUID() };
    fetch(`${official}/${id}`, { headers: header })
      .then((answer) => answer.json() as Promise<Record>)
      .then(setByAddress);
    patients.GET('/Patient/{id}', { params: { path: { id }, header } }).then(({ data }) => setByClient(data));
  }, [id]);

  return (
    <>
      <p id="by-address">{byAddress?.name?.[0]?.family}</p>
      <p id="by-client">{byClient?.birthDate}</p>
    </>
  );
}
