/** Requests that work, for the sandbox's own API: each found by the same search, asked in different ways. */
import type { Operation } from '../../contract/contract.ts';
import type { Person } from '../../population.ts';
import type { Api } from '../api.ts';
import type { Realm } from '../realm.ts';
import type { Visit } from '../visit.ts';
import { openFirstRequests, type FirstRequests } from './first-requests.ts';
import type { KeptRequests } from './kept-requests.ts';
import { answersAbout, likeliestRequestAbout, requestAbout, type AnswerAbout, type RequestAbout } from './request-about.ts';
import { askedApi, requestTo, shownRequestTo, type WorkingRequest } from './request-to.ts';
import { workingLines, type WorkingLines } from './working-lines.ts';

export interface WorkingRequests extends FirstRequests {
  /** To one operation; about one person where one is given. */
  to(api: Api, operation: Operation, visit: Visit, person?: Person): Promise<WorkingRequest>;
  /** By the id of the operation; none to what is beyond the limits. */
  toEach(api: Api, operations: readonly Operation[], visit: Visit): Promise<ReadonlyMap<string, WorkingRequest>>;
  /** One to each API that can be asked about people. */
  about(person: Person, visit: Visit, wish?: AboutWish): Promise<readonly RequestAbout[]>;
  /** What every operation that reads about people answers. */
  answersAbout(person: Person, visit: Visit): Promise<readonly AnswerAbout[]>;
  /** For the explanation of a request that was refused. */
  readonly lines: WorkingLines;
}

export interface AboutWish {
  /** Of this API alone. */
  readonly slug?: string | undefined;
  /** Each is tried out, unless it says otherwise. */
  readonly isTried?: boolean;
}

/** Operations that a request is looked for, of those that are asked about; contracts can have thousands. */
const atMost = 100;

export function openWorkingRequests({ apis, index, prepare }: Realm, kept: KeptRequests): WorkingRequests {
  return {
    ...openFirstRequests(apis, prepare),
    lines: workingLines({ index, prepare, kept }),
    to: (api, operation, visit, person) => requestTo(operation, askedApi(api, visit, prepare), { person }),
    async toEach(api, operations, visit) {
      const asked = askedApi(api, visit, prepare);
      const found = new Map<string, WorkingRequest>();
      for (const operation of operations.slice(0, atMost)) {
        const request = await shownRequestTo(operation, asked, { orMaker: true });
        if (request) found.set(operation.id, request);
      }
      return found;
    },
    async about(person, visit, { slug, isTried = true } = {}) {
      const found: RequestAbout[] = [];
      for (const api of apis.filter((api) => slug === undefined || api.slug === slug)) {
        const request = await (isTried ? requestAbout : likeliestRequestAbout)(person, askedApi(api, visit, prepare));
        if (request) found.push(request);
      }
      return found;
    },
    async answersAbout(person, visit) {
      const found: AnswerAbout[] = [];
      for (const api of apis) found.push(...(await answersAbout(person, askedApi(api, visit, prepare))));
      return found;
    },
  };
}
