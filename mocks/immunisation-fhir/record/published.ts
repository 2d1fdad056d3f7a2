/**
 * The vaccinations that are published as examples, by their ids: in every workspace they are those of the person they are published of, as
 * the record has them.
 */

export interface PublishedVaccination {
  readonly nhsNumber: string;
  readonly vaccine: string;
  readonly identifier: { readonly system: string; readonly value: string };
}

const numbered = (value: string): PublishedVaccination['identifier'] => ({
  system: 'https://records.example.nhs.uk/vaccination',
  value,
});

export const publishedVaccinations: ReadonlyMap<string, PublishedVaccination> = new Map([
  ['29dc4e84-7e72-11ee-b962-0242ac120002', { nhsNumber: '9000000009', vaccine: 'HPV', identifier: numbered('TP-HPV-2023-01-18') }],
  ['12a33650-6f94-4e8f-a971-1c5c41da5b22', { nhsNumber: '9449310475', vaccine: 'COVID', identifier: numbered('TP-COVID-2021-03-12') }],
  ['4ff607e0-c6e9-4fe0-a2b6-3bcd7fdc44c9', { nhsNumber: '9449304130', vaccine: 'RSV', identifier: numbered('TP-RSV-2024-09-18') }],
]);
