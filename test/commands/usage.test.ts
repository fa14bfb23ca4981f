import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../scripts/commands/arguments.ts';
import { COMMANDS } from '../../scripts/commands/table.ts';
import { commandUsage, programUsage } from '../../scripts/commands/usage.ts';
import { scratch, wenda } from '../support/wenda.ts';

const cwd = scratch();

describe('the command line', () => {
  it.each([[['--help']], [['help']], [['-h']]])('%s prints the help on standard output', (args) => {
    const { code, stdout, stderr } = wenda(args, cwd);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of COMMANDS) expect(stdout).toContain(command.summary);
  });

  it.each(COMMANDS.map((command) => [command.name, command] as const))(
    '%s --help prints its own',
    (name, command) => {
      expect(wenda([name, '--help'], cwd)).toEqual({ code: 0, stdout: commandUsage(command), stderr: '' });
    },
  );

  it('prints the version', () => {
    expect(wenda(['--version'], cwd).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [[], 'Usage: wenda'],
    [['publish'], 'there is no command publish'],
    [['build', '--fast'], "Unknown option '--fast'"],
    [['build', '--out'], '--out'],
    [['build', '--json=yes'], '--json'],
    [['build', '--locale', 'en-GB'], 'there is no locale en-GB'],
    [['build', '--only', 'poster'], 'there is no product poster'],
    [['diff', '--locale', 'en-GB'], 'there is no locale en-GB'],
    [['diff', '--since', 'HEAD'], '--since'],
    [['import'], 'FILE is missing'],
    [['import', 'a.txt', 'b.txt'], 'b.txt'],
    [['import', 'a.txt', '--slug', '../up'], 'slug'],
  ])('%j is misuse: exit code 2, usage on standard error, nothing on standard output', (args, message) => {
    const { code, stdout, stderr } = wenda(args, cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).toContain('Usage: wenda');
  });

  it('keeps within 100 columns, as text a terminal shows whole', () => {
    const texts = [programUsage('0.0.0'), ...COMMANDS.map(commandUsage)];
    expect(texts.flatMap((text) => text.split('\n')).filter((line) => line.length > 100)).toEqual([]);
  });
});

describe('arguments', () => {
  const build = COMMANDS.find((command) => command.name === 'build');

  it.each([
    [['--locale', 'a', '--locale', 'b'], 'locale', ['a', 'b']],
    [['--locale', 'a,b'], 'locale', ['a', 'b']],
    [['x', '--locale=a', 'y'], 'locale', ['a']],
    [[], 'locale', []],
  ])('%j', (argv, name, expected) => {
    if (!build) throw new Error('no build command');
    const parsed = parseArguments(build, argv);
    expect(parsed.ok && parsed.value.values(name)).toEqual(expected);
  });
});
