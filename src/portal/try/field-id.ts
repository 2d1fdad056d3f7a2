/** The id of a field on its page, which links to it use: a name may hold anything, and an id no space. */
export const idOf = (field: string): string => `try-${encodeURIComponent(field)}`;
