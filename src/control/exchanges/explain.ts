/** The explanation of an exchange, as JSON: what was asked, which step answered and why, and what is wrong with it. */
import type { Contract } from '../../contract/contract.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { AnsweredBy } from '../../mock/reply.ts';
import type { Exchange, ExchangeSide } from '../../workspace/journal/exchange.ts';
import type { components } from '../../generated/sandbox-control.types.ts';

const reasons: Readonly<Record<AnsweredBy, string>> = {
  behaviour: 'The rules written for this operation answered.',
  inferred: 'What was created and changed in this sandbox, or stands in a clinical record, answered; how, is read from the contract.',
  example: 'An example published in the contract answered, with the ids of this request put in.',
  generated: 'A body generated from the contract’s schema answered, with the ids of this request put in.',
  problem: 'The request was refused: what was wrong with it is said below.',
  platform: 'The sandbox itself answered.',
  fault: 'A fault that was set in this workspace answered; which one, is said in the notes.',
  'on demand': 'The request asked for this answer in its Prefer header.',
  stub: 'A stub of this workspace answered, in the place of what the contract says.',
};

export type ExplainedExchange = components['schemas']['Explanation'];

/** `full`: with what was sent and answered. */
/** By its slug. */
export type ContractOf = (slug: string) => Contract | undefined;

export function explain(exchange: Exchange, seed: number, contractOf: ContractOf, { full }: { full: boolean }): ExplainedExchange {
  const contract = exchange.api === undefined ? undefined : contractOf(exchange.api);
  const operation = contract?.operations.find(({ id }) => id === exchange.operation);
  const answeredBy = exchange.stub === undefined ? exchange.answeredBy : 'stub';
  return {
    id: exchange.id,
    number: exchange.number,
    at: new Date(exchange.at).toISOString(),
    data: 'synthetic',
    request: { method: exchange.method, url: exchange.url, ...(full && shownSide(exchange.sent)) },
    ...(contract ? { api: { slug: contract.slug, title: short(contract.title), version: short(contract.version) } } : {}),
    ...(operation
      ? {
          operation: {
            id: operation.id,
            method: operation.method.toUpperCase(),
            path: short(operation.path),
            contract: short(operation.pointer),
          },
        }
      : {}),
    answer: {
      status: exchange.status,
      ...(answeredBy ? { by: answeredBy, why: reasons[answeredBy] } : {}),
      ...(exchange.stub === undefined ? {} : { stub: exchange.stub }),
      ...(full && shownSide(exchange.answered)),
    },
    ...(exchange.correlation !== undefined && { correlation: exchange.correlation }),
    ...(exchange.problem === undefined
      ? {}
      : {
          problem: {
            kind: exchange.problem,
            message: exchange.message ?? '',
            faults: (exchange.faults ?? []).map((fault) => ({ ...fault })),
          },
        }),
    notes: exchange.notes ?? [],
    ...(exchange.defects ? { contractFaultsInOurAnswer: [...exchange.defects] } : {}),
    seed,
  };
}

function shownSide(side: ExchangeSide | undefined): Pick<ExplainedExchange['request'], 'headers' | 'body'> {
  if (!side) return {};
  return { headers: Object.fromEntries(side.headers), ...(side.body && { body: side.body }) };
}

/** A thousand explanations repeat what a contract says. */
const short = (text: string): string => cutShort(redactLiveNumbers(text), longestText);
const longestText = 500;
