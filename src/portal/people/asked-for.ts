/** What a visitor's search asks: the fields of the form that were filled in. */
export const askedFields = ['q', 'family', 'given', 'gender', 'born', 'gp', 'postcode', 'place', 'trait', 'fuzzy', 'history'] as const;

export type AskedField = (typeof askedFields)[number];

export type AskedFor = Readonly<Partial<Record<AskedField, string>>>;

export function readAsked(query: URLSearchParams): AskedFor {
  return Object.fromEntries(
    askedFields.flatMap((field) => {
      const text = query.get(field)?.trim() ?? '';
      return text === '' ? [] : [[field, text]];
    }),
  );
}

/** Of the sandbox's own API, for as many as one page shows. */
export const searchPath = (asked: AskedFor): string => `/people?${new URLSearchParams({ ...asked, limit: '50' }).toString()}`;
