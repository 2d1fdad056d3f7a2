/** What the official sandbox looks at before the body, in its order, which differs by operation. It looks neither at roles nor at who asks. */
import { checksInOrder, nhsNumberInPath, requestId, type HeadCheck } from '../../../src/nhs/checks-in-order.ts';
import { spine } from '../../../src/nhs/spine/spine-faults.ts';
import { versionWanted } from '../../../src/nhs/spine/spine-words.ts';
import { notified } from './create/birth.ts';

/** No token is needed, and no real one is known: what is sent only has to look like one. */
const token: HeadCheck = (call) => {
  const sent = call.header('Authorization') ?? '';
  if (sent === '') return undefined;
  const [scheme, word = '', ...more] = sent.split(' ');
  if (scheme !== 'Bearer' || word === '' || more.length > 0) return spine('ACCESS_DENIED', 'Missing access token');
  return looksLikeToken.test(word) ? undefined : spine('ACCESS_DENIED', 'Invalid Access Token');
};

/** Letters and digits, some of each, with one underscore at most between them. */
const looksLikeToken = /^(?=.*[a-z])(?=.*\d)[a-z\d]+(?:_[a-z\d]+)?$/i;

const ifMatch: HeadCheck = (call) => ((call.header('If-Match') ?? '') === '' ? spine('PRECONDITION_FAILED', versionWanted) : undefined);

const contentType =
  (wanted: RegExp): HeadCheck =>
  (call) =>
    wanted.test(call.header('Content-Type') ?? '') ? undefined : spine('UNSUPPORTED_SERVICE');

/** As a check of a birth finds it. */
const ofBirth =
  (check: HeadCheck): HeadCheck =>
  (call) => {
    const problem = check(call);
    return problem && notified(problem);
  };

export const headerRules = checksInOrder({
  'get-patient': [requestId, token, nhsNumberInPath],
  'get-related-people': [requestId, token, nhsNumberInPath],
  'search-patient': [requestId, token],
  'create-patient': [requestId, token],
  'process-birth-details': [ofBirth(requestId), ofBirth(token)],
  'update-patient-partial': [nhsNumberInPath, ifMatch, contentType(/^application\/json/i), requestId, token],
  'get-coverage': [requestId, token],
  'post-coverage': [ifMatch, contentType(/./), requestId, token],
});
