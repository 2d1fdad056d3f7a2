/** Who of a practice has the NHS App, on pages: its living members with an account, as they are today. */
import type { AnyCall } from '../../../src/mock/any-call.ts';
import type { Call } from '../../../src/mock/call.ts';
import type { Problem } from '../../../src/mock/problem.ts';
import { people as sharedPeople } from '../../people.ts';
import { found } from '../faults/back-end.ts';
import { accountsBusy, byStatus, noReport } from '../faults/words.ts';
import { appAccount, publishedAccounts } from './account.ts';

type Asked = Call<AnyCall['path'], { readonly 'ods-organisation-code': string; readonly page?: number | undefined }, unknown>;

interface Account {
  readonly nhsNumber: string;
  readonly notificationsEnabled: boolean;
}

/** Places of the list of a practice, of which about half have an account. */
const perPage = 1_000;

/** The official sandbox's: tested before anything is known of the code. */
const refused: Readonly<Record<string, Problem>> = {
  T00404: found('not-found', 404, noReport),
  T00429: { ...found('rate-limited', 429, accountsBusy), headers: { 'Retry-After': '60' } },
  T00502: { problem: 'unavailable', message: byStatus[502]?.detail ?? '', said: { status: 502 } },
};

/** The practice that the official sandbox has eight pages of, all alike. */
const manyPages = 'T00001';

interface Page {
  readonly accounts: readonly Account[];
  readonly last: number;
}

const codeOf = ({ query }: Pick<AnyCall, 'query'>): string => String(query['ods-organisation-code']).toUpperCase();

/** Also where something is wrong with the page. */
export function refusedAccounts(call: Pick<AnyCall, 'query'>): Problem | undefined {
  const code = codeOf(call);
  return Object.hasOwn(refused, code) ? refused[code] : undefined;
}

export function listAccounts(call: Asked) {
  const code = codeOf(call);
  const refusal = refusedAccounts(call);
  if (refusal) return refusal;
  const { page = 1 } = call.query;
  return call.cached(`accounts ${code} ${page}`, () => {
    const { accounts, last } = pageOf(call, code, page);
    if (page > last) return found('not-found', 404, noReport);
    const link = (n: number): string => call.url(`/channels/nhsapp/accounts?ods-organisation-code=${code}&page=${n}`);
    return {
      status: 200 as const,
      body: {
        data: { type: 'NhsAppAccounts' as const, id: code, attributes: { accounts: [...accounts] } },
        links: { self: link(page), ...(page < last && { next: link(page + 1) }), last: link(last) },
      },
    };
  });
}

function pageOf(call: Asked, code: string, page: number): Page {
  if (code === manyPages) return { accounts: publishedAccounts.map((number, n) => account(number, n === 0)), last: 8 };
  const last = Math.ceil(call.population.placesOnList(code) / perPage);
  return last === 0 ? { accounts: published, last: 1 } : { accounts: accountsOn(call, code, page), last };
}

/** Of an organisation that is no practice the official sandbox's two are told. */
const published = [account(sharedPeople.appAccount.person.nhsNumber, true), account(sharedPeople.appAccountOff.person.nhsNumber, false)];

function accountsOn(call: Asked, code: string, page: number): readonly Account[] {
  const today = new Date(call.clock.now()).toISOString().slice(0, 10);
  const found: Account[] = [];
  for (const member of call.population.members(code, { from: (page - 1) * perPage, to: page * perPage })) {
    if (member.death || member.status.kind !== 'live') continue;
    const held = appAccount(member, today, (key) => call.chance(key));
    if (held !== 'none') found.push(account(member.nhsNumber, held !== 'off'));
  }
  return found;
}

function account(nhsNumber: string, notificationsEnabled: boolean): Account {
  return { nhsNumber, notificationsEnabled };
}
