/** An exchange as it may be kept: as text, within its bounds, without anything that looks like a number of a real patient. */
import { bytesOf } from '../../contract/bytes-of.ts';
import { cutShort } from '../../contract/limits.ts';
import { redactLiveNumbers } from '../../fhir/live-numbers.ts';
import type { Fault } from '../../mock/problem.ts';
import { exchangeBounds as bounds } from './bounds.ts';
import type { Exchange } from './exchange.ts';

/** Lists that do not fit are cut, and a note says by how much. */
export function exchangeText(exchange: Exchange): string {
  const kept = bounded(exchange, 1);
  const text = JSON.stringify(kept);
  if (text.length * 3 <= bounds.bytes || bytesOf(text) <= bounds.bytes) return text;
  // Each list and text was within its own bounds, and they are too large together.
  return JSON.stringify(bounded(exchange, 8));
}

/** `share`: each bound is divided by it. */
function bounded(exchange: Exchange, share: number): Exchange {
  const { number, id, at, method, url, api, operation, status, answeredBy, stub, problem, message, faults, notes, defects } = exchange;
  const lines = notes === undefined ? [] : listed(notes, bounds.notes, share, 'notes');
  const kept: Exchange = { number, id, at, method: cutShort(method, bounds.method), url: cutShort(url, bounds.url / share), status };
  if (api !== undefined) kept.api = cutShort(api, bounds.name);
  if (operation !== undefined) kept.operation = cutShort(operation, bounds.name);
  if (answeredBy !== undefined) kept.answeredBy = answeredBy;
  if (stub !== undefined) kept.stub = cutShort(stub, bounds.name);
  if (problem !== undefined) kept.problem = problem;
  if (message !== undefined) kept.message = said(message, bounds.message / share);
  if (faults !== undefined && faults.length > 0) {
    const most = Math.ceil(bounds.faults / share);
    kept.faults = faults.slice(0, most).map((fault) => boundedFault(fault, share));
    if (faults.length > most) lines.push(`${faults.length - most} more faults are not listed.`);
  }
  if (lines.length > 0) kept.notes = lines;
  if (defects !== undefined) kept.defects = listed(defects, bounds.defects, share, 'defects');
  return kept;
}

/** Without the value that some dialects echo. */
function boundedFault({ in: place, name, pointer, keyword, message }: Fault, share: number): Fault {
  return {
    in: place,
    ...(name !== undefined && { name: said(name, bounds.place / share) }),
    pointer: said(pointer, bounds.place / share),
    keyword: cutShort(keyword, bounds.name / share),
    message: said(message, bounds.sentence / share),
  };
}

function listed(lines: readonly string[], most: number, share: number, what: string): string[] {
  const few = Math.ceil(most / share);
  const kept = lines.slice(0, few).map((line) => said(line, bounds.sentence / share));
  if (lines.length > few) kept.push(`${lines.length - few} more ${what} are not listed.`);
  return kept;
}

/** A text cut short, its numbers withheld before one of them could be cut in two. */
function said(text: string, most: number): string {
  const near = text.length <= most + longestNumber ? text : text.slice(0, most + longestNumber);
  return cutShort(redactLiveNumbers(near), most);
}

/** Characters of a number with everything that may stand between its digits. */
const longestNumber = 80;
