/** What a command is, and its help page, drawn from the same data as its parser. */
import { UsageError } from './failure.ts';
import { columns, wrapped } from './lay-out.ts';
import { nearest } from '../contract/nearest.ts';
import { parseOptions, type Options, type Values } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface CommandDefinition<O extends Options> {
  readonly name: string;
  readonly summary: string;
  /** What follows the name: `[contract…] [options]`. */
  readonly usage: string;
  /** Paragraphs below the summary. */
  readonly about?: readonly string[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly options: O;
  /** Gives the exit code. */
  run(values: Values<O>, words: readonly string[], terminal: Terminal): Promise<number> | number;
}

export interface Command {
  readonly summary: string;
  /** The page of it, or of the command below it that the words name. */
  help(terminal: Terminal, words?: readonly string[]): string;
  run(typed: readonly string[], terminal: Terminal): Promise<number>;
}

export function defineCommand<O extends Options>(definition: CommandDefinition<O>): Command {
  return {
    summary: definition.summary,
    help: (terminal) => helpPage(definition, terminal),
    async run(typed, terminal) {
      try {
        const { values, words, wantsHelp } = parseOptions(definition.options, typed);
        if (!wantsHelp) return await definition.run(values, words, terminal);
        terminal.out(helpPage(definition, terminal));
        return 0;
      } catch (error) {
        if (error instanceof UsageError) error.command ??= definition.name;
        throw error;
      }
    },
  };
}

export interface GroupDefinition {
  readonly name: string;
  readonly summary: string;
  readonly about?: readonly string[];
  readonly examples: readonly (readonly [command: string, what: string])[];
  readonly commands: Readonly<Record<string, Command>>;
}

/** Commands behind one word: `workspaces create`. */
export function defineGroup(group: GroupDefinition): Command {
  const { name, commands } = group;
  const find = (word: string): Command => {
    const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
    if (command) return command;
    const meant = nearest(word, Object.keys(commands));
    const wrong = new UsageError(`${name} has no command ${JSON.stringify(word)}${meant ? `; did you mean ${name} ${meant}?` : ''}`);
    wrong.command = name;
    throw wrong;
  };
  return {
    summary: group.summary,
    help: (terminal, [word, ...rest] = []) => (word === undefined ? groupPage(group, terminal) : find(word).help(terminal, rest)),
    async run([word, ...rest], terminal) {
      if (word === undefined || word === '--help' || word === '-h') {
        terminal.out(groupPage(group, terminal));
        return word === undefined ? 2 : 0;
      }
      return find(word).run(rest, terminal);
    },
  };
}

function groupPage({ name, summary, about = [], examples, commands }: GroupDefinition, { bold, columns: width }: Terminal): string {
  return [
    summary,
    '',
    `${bold('Usage')}  nhs-sandbox ${name} <command> [options]`,
    ...about.flatMap((paragraph) => ['', wrapped(paragraph, width)]),
    '',
    bold('Commands'),
    columns(
      Object.entries(commands).map(([word, command]) => [word, command.summary]),
      width,
    ),
    '',
    `nhs-sandbox ${name} <command> --help says more about each.`,
    '',
    bold('Examples'),
    columns(
      examples.map(([command, what]) => [`nhs-sandbox ${command}`, what]),
      width,
    ),
  ].join('\n');
}

function helpPage(
  { name, summary, usage, about = [], examples, options }: CommandDefinition<Options>,
  { bold, columns: width }: Terminal,
): string {
  const rows = Object.entries(options).map(([option, { value, alone, help }]): [string, string] => [
    `--${option}${alone ? `[=${value}]` : value ? ` <${value}>` : ''}`,
    help,
  ]);
  return [
    summary,
    '',
    `${bold('Usage')}  nhs-sandbox ${name} ${usage}`,
    ...about.flatMap((paragraph) => ['', wrapped(paragraph, width)]),
    '',
    bold('Options'),
    columns([...rows, ['-h, --help', 'Show this help.']], width),
    '',
    bold('Examples'),
    columns(
      examples.map(([command, what]) => [`nhs-sandbox ${command}`, what]),
      width,
    ),
  ].join('\n');
}
