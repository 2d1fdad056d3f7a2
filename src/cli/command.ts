/** What a command is, and its help page, drawn from the same data as its parser. */
import { columns, wrapped } from './lay-out.ts';
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
  readonly help: (terminal: Terminal) => string;
  run(typed: readonly string[], terminal: Terminal): Promise<number>;
}

export function defineCommand<O extends Options>(definition: CommandDefinition<O>): Command {
  return {
    help: (terminal) => helpPage(definition, terminal),
    async run(typed, terminal) {
      const { values, words, wantsHelp } = parseOptions(definition.options, typed);
      if (wantsHelp) {
        terminal.out(helpPage(definition, terminal));
        return 0;
      }
      return definition.run(values, words, terminal);
    },
  };
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
