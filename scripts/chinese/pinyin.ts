// The readings of a character. Owns pinyin-pro, which takes some 40 ms to load: only a text that may need it pays.

import { createRequire } from 'node:module';
import { convertTo } from './script.ts';

/** Every reading of `character` in pinyin with tone marks (NFC), of its simplified form too; none where unknown. */
export function readingsOf(character: string): ReadonlySet<string> {
  const known = cache.get(character);
  if (known) return known;
  const found = [character, convertTo('zh-CN', character)].flatMap((form) =>
    load()
      .pinyin(form, { multiple: true, type: 'array' })
      .map((reading) => reading.normalize('NFC'))
      .filter((reading) => reading !== form),
  );
  const readings = new Set(found);
  cache.set(character, readings);
  return readings;
}

const cache = new Map<string, ReadonlySet<string>>();

type PinyinPro = typeof import('pinyin-pro');
let loaded: PinyinPro | undefined;

function load(): PinyinPro {
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as PinyinPro;
  return loaded;
}
