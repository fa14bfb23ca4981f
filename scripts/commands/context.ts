// What every command starts from: where the program and the content are, and how to speak to the person.

import path from 'node:path';
import { type Diagnostic, formatDiagnostic } from '../model/diagnostic.ts';
import { createProgress, type Progress, print, printError } from '../system/terminal.ts';
import type { Arguments } from './arguments.ts';

export interface Installation {
  /** The folder of the program: templates/, node_modules/. */
  readonly root: string;
  readonly version: string;
  /** A digest of the code. */
  readonly sources?: string;
  /** The folder of the bundled program; none where it runs from its sources. */
  readonly bundle?: string;
}

export interface Context {
  readonly installation: Installation;
  readonly contentFolder: string;
  readonly outFolder: string;
  readonly isJson: boolean;
  readonly progress: Progress;
}

export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'misuse'; readonly message: string };

export type CommandFunction = (options: Arguments, context: Context) => Promise<Outcome>;

export function createContext(installation: Installation, options: Arguments): Context {
  return {
    installation,
    contentFolder: options.value('content') ?? 'content',
    outFolder: options.value('out') ?? 'dist',
    isJson: options.has('json'),
    progress: createProgress(),
  };
}

/** Diagnostics on standard error, errors last where a tired eye finds them. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[]): void {
  const ordered = SEVERITIES.flatMap((severity) =>
    diagnostics.filter((found) => found.severity === severity),
  );
  for (const diagnostic of ordered) printError(`${formatDiagnostic(diagnostic)}\n`);
}

const SEVERITIES = ['note', 'warning', 'error'] as const;

/** The result of a command: one JSON object where it was asked for, else the text for a person. */
export function reportResult(context: Context, result: object, text: string): void {
  print(context.isJson ? `${JSON.stringify(result, null, 2)}\n` : text);
}

/** A path as the person would type it, with forward slashes. */
export function shownPath(...parts: readonly string[]): string {
  return path
    .join(...parts)
    .split(path.sep)
    .join('/');
}
