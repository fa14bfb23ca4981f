// The code of each command, loaded when it is called.

import type { CommandFunction } from './context.ts';
import type { CommandSpec } from './table.ts';

export async function load(name: CommandSpec['name']): Promise<CommandFunction> {
  switch (name) {
    case 'import':
      return (await import('./import.ts')).importCommand;
    case 'points':
      return (await import('./points.ts')).pointsCommand;
    case 'approve':
      return (await import('./approve.ts')).approveCommand;
    case 'build':
      return (await import('./build.ts')).buildCommand;
    case 'preview':
      return (await import('./preview.ts')).previewCommand;
    case 'diff':
      return (await import('./diff.ts')).diffCommand;
    case 'impose':
      return (await import('./impose.ts')).imposeCommand;
    case 'preflight':
      return (await import('./preflight.ts')).preflightCommand;
    case 'check':
      return (await import('./check.ts')).checkCommand;
  }
}
