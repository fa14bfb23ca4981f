import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readStyles } from '../../scripts/system/marp-styles.ts';
import { scratch } from '../support/wenda.ts';

describe('style sheets that were packed', () => {
  it('are there again for whoever reads the same folder, the last few of them', async () => {
    const folder = scratch();
    const styles = await readStyles(folder);
    for (let number = 1; number <= 8; number++) styles.set(`digest ${number}`, `css ${number}`);
    await styles.save();
    const again = await readStyles(folder);
    const found = Array.from({ length: 8 }, (_, index) => again.get(`digest ${index + 1}`));
    expect(found).toEqual([undefined, undefined, 'css 3', 'css 4', 'css 5', 'css 6', 'css 7', 'css 8']);
  });

  it('are none where the file is damaged', async () => {
    const folder = scratch();
    fs.writeFileSync(path.join(folder, 'marp-styles.json'), '[["a","cs');
    expect((await readStyles(folder)).get('a')).toBeUndefined();
  });

  it('are written only where one is new', async () => {
    const folder = scratch();
    const file = path.join(folder, 'marp-styles.json');
    const styles = await readStyles(folder);
    await styles.save();
    expect(fs.existsSync(file)).toBe(false);
    styles.set('a', 'css');
    await styles.save();
    fs.rmSync(file);
    await styles.save();
    expect(fs.existsSync(file)).toBe(false);
  });

  it('are those of this process where there is no folder, or none that may be written to', async () => {
    for (const folder of [undefined, '/proc/none']) {
      const styles = await readStyles(folder);
      styles.set('a', 'css');
      await styles.save();
      expect(styles.get('a')).toBe('css');
    }
  });
});
