// argv to a command. The only place that turns a result into the end of the process.

import { parseArguments } from './commands/arguments.ts';
import type { Installation } from './commands/context.ts';
import { createContext } from './commands/context.ts';
import { COMMANDS, type CommandSpec } from './commands/table.ts';
import { commandUsage, programUsage } from './commands/usage.ts';
import { print, printError } from './system/terminal.ts';

/** Exit codes: done; the content is wrong; the command line was not understood. */
const MISUSE = 2;

/** Runs the program and gives its exit code. */
export async function main(argv: readonly string[], installation: Installation): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const usage = programUsage(installation.version);
    if (name === undefined) printError(usage);
    else print(usage);
    return name === undefined ? MISUSE : 0;
  }
  if (name === '--version') {
    print(`${installation.version}\n`);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    printError(`wenda: there is no command ${name}\n\n${programUsage(installation.version)}`);
    return MISUSE;
  }
  const parsed = parseArguments(command, rest);
  if (!parsed.ok) return misuse(command, parsed.message);
  if (parsed.value.has('help')) {
    print(commandUsage(command));
    return 0;
  }
  // All that commands do is one large script, and help needs nothing of it.
  const { load } = await import('./commands/load.ts');
  const run = await load(command.name);
  const outcome = await run(parsed.value, createContext(installation, parsed.value));
  return outcome.kind === 'misuse' ? misuse(command, outcome.message) : outcome.kind === 'done' ? 0 : 1;
}

function misuse(command: CommandSpec, message: string): number {
  printError(`wenda ${command.name}: ${message}\n\n${commandUsage(command)}`);
  return MISUSE;
}
