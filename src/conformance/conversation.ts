/** The exchanges of a journal, read for conformance rules: each with its operation, and those that belong together found without a search. */
import type { Contract } from '../contract/contract.ts';
import { lazily, lazilyFor } from '../contract/lazily.ts';
import type { Conversation, Sameness, Turn } from '../mock/conformance.ts';
import { keptHeader, keptJson, urlParts, type Exchange } from '../workspace/journal/exchange.ts';

export interface Talk extends Conversation {
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

/** `exchanges`: newest first, as the journal gives them. What no API was asked for, and what a person looked at in a browser, is no client's turn. */
export function conversationOf(exchanges: readonly Exchange[], contracts: readonly Contract[]): Talk {
  const bySlug = new Map(contracts.map((contract) => [contract.slug, contract]));
  // Numbers are given when a request comes, and the journal is in the order of answers.
  const turns: readonly Turn[] = exchanges
    .toSorted((one, other) => one.number - other.number)
    .flatMap((exchange) => {
      const contract = bySlug.get(exchange.api ?? '');
      return contract ? [turnOf(exchange, contract)] : [];
    })
    .filter((turn) => turn.sent('sec-fetch-mode') !== 'navigate');
  const places = new Map(turns.map((turn, index) => [turn, index]));
  const placeOf = (turn: Turn): number => places.get(turn) ?? turns.length;
  const groupsOf = lazilyFor((same: Sameness) => Map.groupBy(turns, same));
  /** Those with a key, and how many of them come before a turn. */
  const around = (turn: Turn, same: Sameness, key: string | undefined): { readonly list: readonly Turn[]; readonly before: number } => {
    const list = key === undefined ? [] : (groupsOf(same).get(key) ?? []);
    const place = placeOf(turn);
    let [before, after] = [0, list.length];
    while (before < after) {
      const middle = (before + after) >> 1;
      const one = list[middle];
      if (one && placeOf(one) < place) before = middle + 1;
      else after = middle;
    }
    return { list, before };
  };
  return {
    turns,
    *earlier(turn, same, key = same(turn)) {
      const { list, before } = around(turn, same, key);
      for (let index = before - 1; index >= 0; index--) {
        const other = list[index];
        if (other) yield other;
      }
    },
    *later(turn, same, key = same(turn)) {
      const { list, before } = around(turn, same, key);
      for (const other of list.slice(before)) if (other !== turn) yield other;
    },
  };
}

function turnOf(exchange: Exchange, contract: Contract): Turn {
  const { path, query } = urlParts(exchange);
  return {
    exchange,
    contract,
    operation: contract.operations.find(({ id }) => id === exchange.operation),
    path,
    query: new URLSearchParams(query),
    sent: (name) => keptHeader(exchange.sent, name),
    answered: (name) => keptHeader(exchange.answered, name),
    body: lazily(() => keptJson(exchange.sent)),
  };
}
