// What a machine keeps from build to build.

import path from 'node:path';
import { expect, it } from 'vitest';
import type { TypesetJob } from '../../scripts/model/world.ts';
import { createMachine } from '../../scripts/system/world.ts';
import { succeeded } from '../support/world.ts';

const machine = createMachine({ root: path.resolve(import.meta.dirname, '../..') });

function job(main: string, text: string): TypesetJob {
  const head =
    '#set document(title: "題", date: none)\n#set page(width: 90pt, height: 60pt)\n' +
    '#set text(font: "Noto Sans SC", fallback: false, lang: "zh", region: "CN")\n';
  return {
    main,
    files: { [main]: head + text },
    fonts: ['@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'],
    query: '<it>',
  };
}

it('gives a document again that several edits of others have not changed', { timeout: 60_000 }, async () => {
  const slides = job('pictures.typ', '投影片');
  const handout = job('handout.typ', '講義');
  const make = async () => {
    const world = machine.freshWorld();
    return [succeeded(await world.draw(slides, [90])), succeeded(await world.typeset(handout))] as const;
  };
  const [drawn, typeset] = await make();
  for (const text of ['一', '二', '三', '四', '五', '六']) {
    const world = machine.freshWorld();
    const booklet = succeeded(await world.typeset(job('booklet.typ', text)));
    expect(booklet).not.toBe(typeset);
    succeeded(await world.draw(job('booklet.typ', text), [90]));
  }
  const again = await make();
  expect(again[0]).toBe(drawn);
  expect(again[1]).toBe(typeset);
});

it('draws a document again where its text or the width asked for is another', {
  timeout: 60_000,
}, async () => {
  const { draw } = machine.freshWorld();
  const widthOf = async (text: string, width: number) => {
    const [picture] = succeeded(await draw(job('pictures.typ', text), [width]));
    return Buffer.from(picture ?? []).readUInt32BE(16);
  };
  expect([await widthOf('寬', 90), await widthOf('寬', 45)]).toEqual([90, 45]);
  const [one, other] = [
    await draw(job('pictures.typ', '寬'), [90]),
    await draw(job('pictures.typ', '窄'), [90]),
  ].map(succeeded);
  expect(one).not.toEqual(other);
});
