/** An answer of an API in a few words, whichever API it is: how many of what it lists, or what it is about, or why there is none. */

type Members = Readonly<Record<string, unknown>>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

export function readingOf(status: number, value: unknown): string {
  if (status >= 400) return `Refused: ${faultIn(value) ?? 'see the answer'}`;
  if (Array.isArray(value)) return listOf(value.length);
  if (!isMembers(value)) return 'An answer that is not JSON.';
  const kind = value['resourceType'];
  if (kind === 'Bundle') return bundle(value);
  if (kind === 'OperationOutcome') return faultIn(value) ?? 'A note on what was done.';
  if (typeof kind === 'string') return `${kind}${kind === 'Patient' ? whatOfPatient(value) : ''}.`;
  const names = Object.keys(value);
  return names.length === 0 ? 'An empty answer.' : `It tells: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ' …' : ''}.`;
}

const listOf = (count: number): string => (count === 0 ? 'A list with nothing in it.' : `A list of ${count}.`);

function bundle({ entry }: Members): string {
  const entries = Array.isArray(entry) ? entry : [];
  if (entries.length === 0) return 'A list with nothing in it: nothing is recorded here about this person.';
  const kinds = Map.groupBy(entries, (one: unknown) => {
    const resource = isMembers(one) ? one['resource'] : undefined;
    return isMembers(resource) && typeof resource['resourceType'] === 'string' ? resource['resourceType'] : 'other';
  });
  return `A list of ${entries.length}: ${[...kinds].map(([kind, those]) => `${those.length} ${kind}`).join(', ')}.`;
}

function whatOfPatient(patient: Members): string {
  const left = ['address', 'telecom', 'generalPractitioner'].filter((member) => patient[member] === undefined);
  return left.length === 0 ? ', with address, contact and practice' : `, without ${left.join(', ')}`;
}

function faultIn(value: unknown): string | undefined {
  if (!isMembers(value)) return undefined;
  const [issue]: readonly unknown[] = Array.isArray(value['issue']) ? value['issue'] : [];
  const told = isMembers(issue) ? issue : value;
  const details = told['details'];
  const coding = isMembers(details) && Array.isArray(details['coding']) ? (details['coding'][0] as unknown) : undefined;
  const texts = [told['diagnostics'], told['detail'], isMembers(coding) ? coding['display'] : undefined, told['message'], told['title']];
  const text = texts.find((one): one is string => typeof one === 'string' && one !== '');
  return text?.slice(0, 300);
}
