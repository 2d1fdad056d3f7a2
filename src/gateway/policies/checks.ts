/** The checks that every request passes, one function each. Each says what is wrong, where, and what would be right. */
import { isUnreadBody } from '../../contract/bodies/unread-body.ts';
import { readsAsUtf8 } from '../../contract/bodies/charset.ts';
import { placeInForm } from '../../contract/bodies/place-in-form.ts';
import { tokensOf, valueAt } from '../../contract/json-pointer.ts';
import { cutShort, SHOWN_FAULTS, SHOWN_PLACE } from '../../contract/limits.ts';
import type { Fault, Problem } from '../../mock/problem.ts';
import { note, type Incoming, type ReadBody } from '../request/incoming.ts';
import { queryParametersLimit, queryValueLimit, urlLimit } from './limits.ts';
import { sayRelaxed } from '../../contract/validation/lenient-check.ts';
import { sentTypes, wrongType } from '../request/type-faults.ts';
import { documentedType, essenceOf, formOf, isNamedType, negotiate } from '../../contract/media-type.ts';
import { bodyPlan } from '../request/understand-body.ts';

export function checkSize({ url, call }: Incoming): Problem | undefined {
  if (url.pathname.length + url.search.length > urlLimit)
    return { problem: 'too-large', message: `The URL is longer than ${urlLimit} characters.`, said: { status: 414 } };
  if (url.search === '' || !call) return undefined;
  const values = Object.entries(call.query);
  if (values.length + call.undeclared.length > queryParametersLimit)
    return { problem: 'invalid-value', message: `More than ${queryParametersLimit} query parameters were sent.` };
  const long = values.find(([, value]) => typeof value === 'string' && value.length > queryValueLimit);
  if (!long) return undefined;
  const message = `must be at most ${queryValueLimit} characters long`;
  return {
    problem: 'invalid-value',
    message: `The query parameter ${long[0]} ${message}.`,
    faults: [{ in: 'query', name: long[0], pointer: '', keyword: 'maxLength', message }],
  };
}

export function checkAccept(incoming: Incoming): Problem | undefined {
  const { request, match } = incoming;
  const accept = request.headers.get('accept');
  if (accept === null || accept === '*/*' || !match) return undefined;
  const types = match.target.plan.successTypes;
  const [only = ''] = types;
  if (types.length === 0 || negotiate(accept, types) !== undefined) return undefined;
  // Bytes are what they are: a client that names another type for the faults it may get wants them all the same.
  if (types.length === 1 && formOf(only) === 'bytes') {
    note(incoming, `The Accept header does not allow ${only}, the one type that this operation answers with; it was sent all the same.`);
    return undefined;
  }
  return {
    problem: 'not-acceptable',
    message: `This operation answers ${types.join(' or ')}; the Accept header allows neither that nor */*.`,
    faults: [
      { in: 'header', name: 'Accept', pointer: '', keyword: 'accept', message: `must allow ${types.join(' or ')}${sentTypes(accept)}` },
    ],
    said: { status: 406 },
  };
}

export function checkHeaderRules({ api, call }: Incoming): Problem | undefined {
  return call && api?.mock?.headerRules?.(call);
}

export function checkBodyType(incoming: Incoming): Problem | undefined {
  return enforced(incoming, wrongBodyType(incoming));
}

function wrongBodyType(incoming: Incoming): Problem | undefined {
  const { match, body, record, settings } = incoming;
  if (!body || !match) return undefined;
  const documented = match.target.operation.body;
  if (!documented || documented.content.length === 0) {
    (record.notes ??= []).push('This operation documents no request body; the one sent was not read.');
    return undefined;
  }
  const media = documentedType(body.contentType, documented.content);
  const isNamed = media && isNamedType(body.contentType, media.type);
  if (isNamed) {
    if (!body.unread && formOf(body.contentType) !== 'bytes' && !readsAsUtf8(body.contentType, body.bytes))
      note(incoming, 'The body is in another charset than UTF-8: it was kept as it came, and not held to its contract.');
    else if (formOf(media.type) === 'bytes' && !media.type.startsWith('multipart/') && isUnreadBody(match.target.api.contract, media))
      note(incoming, `Bodies of the type ${media.type} cannot be read here: this one was kept as it came, and not held to its contract.`);
    return undefined;
  }
  if (media && settings.mediaTypes !== 'strict') {
    note(
      incoming,
      `Conformance: the body was sent as ${essenceOf(body.contentType)}, and this operation takes ${media.type}; it was read as that.`,
    );
    return undefined;
  }
  return wrongType(
    body.contentType,
    documented.content.map((media) => media.type),
  );
}

/** Parameters and body against the contract: every fault is named, not the first. */
export function checkContract(incoming: Incoming): Problem | undefined {
  return enforced(incoming, brokenContract(incoming));
}

/** Where the contract is only to be warned of, what breaks it is a line of the request's explanation. */
function enforced(incoming: Incoming, problem: Problem | undefined): Problem | undefined {
  if (!problem || incoming.settings.checks === 'enforce') return problem;
  const faults = problem.faults ?? [];
  for (const fault of faults.slice(0, SHOWN_FAULTS)) note(incoming, `Not enforced: ${sentence(fault)}`);
  if (faults.length > SHOWN_FAULTS) note(incoming, `Not enforced: ${faults.length - SHOWN_FAULTS} more.`);
  return undefined;
}

function brokenContract(incoming: Incoming): Problem | undefined {
  const faults = [...(incoming.faults ?? []), ...bodyFaults(incoming)];
  const undeclared = incoming.call?.undeclared ?? [];
  if (undeclared.length > 0) {
    if (incoming.api?.mock?.refusesUnknownParameters) {
      faults.push(
        ...undeclared.map((name): Fault => ({
          in: 'query',
          name,
          pointer: '',
          keyword: 'undeclared',
          message: 'is not a parameter of this operation',
        })),
      );
    } else (incoming.record.notes ??= []).push(`Not parameters of this operation, so ignored: ${undeclared.length} of the query.`);
  }
  const [only] = faults;
  if (!only) return undefined;
  if (faults.length === 1 && only.keyword === 'required' && only.in === 'header' && /^if-match$/i.test(only.name ?? '')) {
    return {
      problem: 'precondition-required',
      message: 'The If-Match header must name the version you read: send the ETag of your last read.',
      faults,
    };
  }
  const kind = faults.some((fault) => fault.keyword === 'body')
    ? 'missing-body'
    : faults.every((fault) => fault.keyword === 'required')
      ? 'missing-value'
      : 'invalid-value';
  return {
    problem: kind,
    message: `${faults.slice(0, 3).map(sentence).join(' ')}${faults.length > 3 ? ` And ${faults.length - 3} more.` : ''}`,
    faults,
  };
}

function bodyFaults(incoming: Incoming): readonly Fault[] {
  const { match, body } = incoming;
  const documented = match?.target.operation.body;
  if (!match || !documented || documented.content.length === 0) return [];
  if (!body)
    return documented.required
      ? [
          {
            in: 'body',
            pointer: '',
            keyword: 'body',
            message: `is required: send ${documented.content.map((media) => media.type).join(' or ')}`,
          },
        ]
      : [];
  const checked = body.faults || body.value === undefined ? undefined : bodyPlan(body, match.target)?.check(body.value);
  for (const relaxation of checked?.relaxed ?? []) note(incoming, sayRelaxed(relaxation));
  const faults = body.faults ?? checked?.faults ?? [];
  const of = thingOf(body.contentType);
  return faults.filter((fault) => !takesAway(body, fault.pointer)).map((fault): Fault => ({ in: 'body', ...of, ...fault }));
}

const longestFollowed = 2_000;

/** In a merge patch a null takes the member away, whatever type it is of (RFC 7396 §2). */
function takesAway({ contentType, value }: ReadBody, pointer: string): boolean {
  return (
    contentType.startsWith('application/merge-patch+json') &&
    pointer !== '' &&
    // Ten thousand places of a hundred thousand characters each are not worth following.
    pointer.length <= longestFollowed &&
    value !== undefined &&
    valueAt(value, tokensOf(pointer)) === null
  );
}

function sentence(fault: Fault): string {
  const pointer = cutShort(fault.pointer, SHOWN_PLACE);
  if (fault.of !== undefined && pointer !== '') return `The ${placeInForm(fault.of, pointer)} ${fault.message}.`;
  const place = fault.in === 'body' ? 'body' : `${fault.in} parameter ${cutShort(fault.name ?? '', SHOWN_PLACE)}`;
  return `The ${place}${pointer === '' ? '' : ` at ${pointer}`} ${fault.message}.`;
}

/** The faults of a form are said in its own words. */
function thingOf(contentType: string): Pick<Fault, 'of'> {
  const essence = essenceOf(contentType);
  if (essence === 'multipart/form-data') return { of: 'part' };
  return essence === 'application/x-www-form-urlencoded' ? { of: 'form member' } : {};
}
