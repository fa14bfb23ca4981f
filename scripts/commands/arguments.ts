// The command line to typed options. Anything not understood is a message, never a guess.

import { parseArgs } from 'node:util';
import type { CommandSpec } from './table.ts';

export interface Arguments {
  readonly positionals: readonly string[];
  readonly has: (name: string) => boolean;
  /** The last value given, undefined where the option is absent. */
  readonly value: (name: string) => string | undefined;
  /** All values given, whether repeated or joined by commas. */
  readonly values: (name: string) => readonly string[];
}

export type Parsed =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly message: string };

/** Reads `argv` (without the command's name) as the options and arguments of `command`. */
export function parseArguments(command: CommandSpec, argv: readonly string[]): Parsed {
  const options = Object.fromEntries(
    Object.entries({ ...command.options, help: { help: '' } }).map(([name, option]) => [
      name,
      { type: 'value' in option ? ('string' as const) : ('boolean' as const), multiple: true },
    ]),
  );
  let parsed: { values: Record<string, (string | boolean)[] | undefined>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }) as typeof parsed;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, message: message.split('. To specify')[0] ?? message };
  }
  const { positionals, values } = parsed;
  const { label, min, max } = command.argument;
  const isHelp = values['help'] !== undefined;
  if (!isHelp && positionals.length < min) return { ok: false, message: `${label} is missing` };
  if (positionals.length > max)
    return { ok: false, message: `one ${label} at a time: ${positionals.slice(max).join(' ')}` };
  const given = (name: string): readonly string[] =>
    (values[name] ?? []).filter((value) => typeof value === 'string');
  return {
    ok: true,
    value: {
      positionals,
      has: (name) => values[name] !== undefined,
      value: (name) => given(name).at(-1),
      values: (name) => given(name).flatMap((value) => value.split(',')),
    },
  };
}

/** A whole number from 1; undefined where none is given. */
export function countFrom(word: string | undefined): number | undefined | 'wrong' {
  if (word === undefined) return undefined;
  return /^[1-9]\d{0,5}$/.test(word) ? Number(word) : 'wrong';
}
