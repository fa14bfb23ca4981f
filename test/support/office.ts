// LibreOffice as a witness: what it makes of a PowerPoint file, with the project's own fonts in place of Microsoft's.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { requirePath } from './tools.ts';

const FONTS = path.resolve(import.meta.dirname, '../../node_modules/@expo-google-fonts');

/** The families of a PowerPoint file, and what stands for them: full-width characters are as wide in all of them. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  'Microsoft JhengHei': 'Noto Sans TC',
  'Microsoft YaHei': 'Noto Sans SC',
};

/** A PDF of the slides as LibreOffice shows them. `folder` is empty, and the office's own while it runs. */
export function printSlides(pptx: Uint8Array, folder: string): Uint8Array {
  const file = path.join(folder, 'deck.pptx');
  fs.writeFileSync(file, pptx);
  fs.writeFileSync(path.join(folder, 'fonts.conf'), fontsConf(folder));
  execFileSync(
    requirePath('soffice'),
    [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ],
    {
      env: { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), HOME: folder },
      stdio: 'ignore',
      timeout: 240_000,
    },
  );
  return new Uint8Array(fs.readFileSync(path.join(folder, 'deck.pdf')));
}

function fontsConf(folder: string): string {
  const folders = ['noto-sans-tc', 'noto-sans-sc'].flatMap((name) =>
    ['400Regular', '700Bold'].map((style) => `<dir>${path.join(FONTS, name, style)}</dir>`),
  );
  const aliases = Object.entries(STANDS_FOR).map(
    ([family, other]) =>
      `<match target="pattern"><test name="family"><string>${family}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${other}</string></edit></match>`,
  );
  return (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `${folders.join('')}${aliases.join('')}<cachedir>${path.join(folder, 'cache')}</cachedir></fontconfig>`
  );
}
