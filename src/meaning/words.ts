/** Names of properties, parameters and components taken apart: `nhsNumber`, `nhs_number` and `NHS-Number` are the same two words. */

export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

export function joined(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]+/g, '');
}
