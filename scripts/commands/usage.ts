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

/** The right column goes on below itself where the terminal would break it. */
function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) =>
    wrapped(right, TERMINAL_COLUMNS - width - 4).map(
      (line, index) => `  ${(index === 0 ? left : '').padEnd(width)}  ${line}`,
    ),
  );
}

/** Broken at spaces into lines of at most `width` characters. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length > width && line !== '') {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

const TERMINAL_COLUMNS = 100;
