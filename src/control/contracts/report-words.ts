/** What the words of a report on a contract mean, for who meets them here first. */
import type { Quirk } from '../../contract/contract.ts';
import type { OperationReport } from '../../plan/report/operation-report.ts';

/** What answers an operation. */
export const answeredByMeans: Readonly<Record<OperationReport['answeredBy'], string>> = {
  behaviour: 'rules written for this API answer',
  inferred: 'what clients create and change is kept, and answers show it; how, is inferred from the contract alone',
  example: 'a published example answers, with the ids of the request',
  generated: 'a body made up to fit the schema answers',
  empty: 'a status without a body answers',
  refusal: 'the contract documents no success, so a refusal answers',
  beyond: 'the contract asks for more than the sandbox does for one answer, so 501 says that',
};

/** What became of a part that could not be taken as it stands. */
export const effectMeans: Readonly<Record<Quirk['effect'], string>> = {
  hint: 'taken as it stands, but hardly meant',
  mended: 'read as it is plainly meant',
  relaxed: 'not enforced for requests, because an example of the contract breaks it',
  unchecked: 'served, but this part is not enforced',
  unserved: 'left out',
};
