import { spawnSync } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { BUDGET, compileLater } from '../../scripts/system/wasm.ts';

it('is asked of a Node.js that knows the flag, and of no other', () => {
  const [major = 0] = process.versions.node.split('.').map(Number);
  const isKnown = spawnSync(process.execPath, [BUDGET, '-e', '0']).status === 0;
  expect(isKnown || major > 24).toBe(true);
  const write = vi.spyOn(process.stderr, 'write');
  compileLater();
  expect(write).not.toHaveBeenCalled();
  write.mockRestore();
});
