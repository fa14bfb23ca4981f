// Help as text. Rendering returns a string; the caller prints it.

import { COMMANDS, type CommandSpec, type OptionSpec } from './table.ts';

/** The program's help: every command on a line. */
export function programUsage(version: string): string {
  return [
    `wenda ${version}: one interview transcript in, a deck to present and a booklet to print out`,
    '',
    'Usage: wenda COMMAND [OPTIONS]',
    '',
    'Commands:',
    ...columns(COMMANDS.map((command) => [`${command.name} ${command.argument.label}`, command.summary])),
    '',
    'Options:',
    ...columns([
      ['--help', 'help, also of a command: wenda build --help'],
      ['--version', 'the version'],
    ]),
    '',
    'Exit codes: 0 done, 1 something is wrong with the content, 2 the command line was not understood.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandUsage(command: CommandSpec): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [optionLabel(name, option), option.help] as const,
  );
  return [
    `Usage: wenda ${command.name} ${command.argument.label} [OPTIONS]`,
    '',
    command.description,
    '',
    'Options:',
    ...columns([...options, ['--help', 'this help']]),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function optionLabel(name: string, option: OptionSpec): string {
  return option.value ? `--${name} ${option.value}` : `--${name}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
