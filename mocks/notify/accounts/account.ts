/** Who has the NHS App: the published patients as the official sandbox lists them, and of everybody else who is old enough some. */
import type { DemographicsNow } from '../../demographics-now.ts';
import { people as sharedPeople } from '../../people.ts';
import { people } from '../people.ts';

/** Reads what comes, has notifications on and never looks, has them off, or has no account with a proven identity. */
export type AppAccount = 'reads' | 'unread' | 'off' | 'none';

const numberOf = ({ person }: { readonly person: { readonly nhsNumber: string } }): string => person.nhsNumber;

const { firstAppAccount, unreadAppMessages, wrongPhone, busyPhone, refusedEmail, malformedPhone, ...others } = people;

/** In the order in which they are listed. */
export const publishedAccounts: readonly string[] = [firstAppAccount, ...Object.values(others)].map(numberOf);
const none = [wrongPhone, busyPhone, refusedEmail, malformedPhone].map(numberOf);

const known: ReadonlyMap<string, AppAccount> = new Map<string, AppAccount>([
  ...publishedAccounts.map((number) => [number, 'off'] as const),
  ...none.map((number) => [number, 'none'] as const),
  [numberOf(firstAppAccount), 'reads'],
  [numberOf(sharedPeople.appAccount), 'reads'],
  [numberOf(sharedPeople.appAccountOff), 'off'],
  [numberOf(sharedPeople.messageRecipient), 'reads'],
  [numberOf(unreadAppMessages), 'unread'],
]);

/** Shares of those who are thirteen. */
const withAccount = 0.6;
const withNotifications = 0.75;
const reading = 0.85;

export function appAccount(
  { nhsNumber, birthDate }: Pick<DemographicsNow, 'nhsNumber' | 'birthDate'>,
  today: string,
  chance: (key: string) => number,
): AppAccount {
  const published = known.get(nhsNumber);
  if (published !== undefined) return published;
  const drawn = (what: string): number => chance(`app account ${what}/${nhsNumber}`);
  if (birthDate === undefined || birthDate > thirteenYearsBefore(today) || drawn('held') >= withAccount) return 'none';
  if (drawn('notifications') >= withNotifications) return 'off';
  return drawn('read') < reading ? 'reads' : 'unread';
}

const thirteenYearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - 13}${day.slice(4)}`;
