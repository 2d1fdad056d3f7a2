/** What answers of the running test broke: collected where sandboxes are made, held against the test by `setup/every-answer.ts`. */
export const defects: string[] = [];
