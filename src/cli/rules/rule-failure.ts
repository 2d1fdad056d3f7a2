/** What went wrong in rules of the user's own, for the one who wrote them: the message, and the place in their file. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainText } from '../../contract/plain-text.ts';
import { RulesError } from '../../runtimes/rules/rules-error.ts';

/** An address of a module of rules, with its line and column where it has them. */
const address = /(file:\/\/[^\s()]+)\?rules=\d+(?::(\d+))?(?::(\d+))?/;

/** A line to print; undefined where it went wrong in our own code, whose messages are nobody's to read. */
export function ruleFailure(error: unknown): string | undefined {
  if (error instanceof RulesError) return `rules: ${plainText(error.message, 600)}`;
  const place = placeInRules(error);
  return place === '' ? undefined : `rules: ${shownMessage(error)}${place}`;
}

/** ` (my-mock.ts:5:11)`, the innermost of the user's own; empty where none is known. */
export function placeInRules(error: unknown): string {
  const [, url, line, column] = address.exec(stackOf(error)) ?? [];
  if (url === undefined) return '';
  const path = fileURLToPath(url);
  return ` (${[relative('', path) || path, line, column].filter((part) => part !== undefined).join(':')})`;
}

/** On one line, without the addresses that only a loader has a use for. */
export function shownMessage(error: unknown): string {
  if (!(error instanceof Error)) return plainText(`thrown: ${String(error)}`, 300);
  const message = error.message.replaceAll(/file:\/\/[^\s'"]+/g, (url) => {
    const path = fileURLToPath(url.replace(/\?rules=\d+.*$/, ''));
    return relative('', path) || path;
  });
  return plainText(`${error.name}: ${message}`, 500);
}

/** That of a fault in the text itself begins with its place. */
const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? '') : '');
