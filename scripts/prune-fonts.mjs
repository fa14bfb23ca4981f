#!/usr/bin/env node
// Runs after npm ci: deletes the font weights that no theme may ask for and the packages' preview pictures. They are a
// fifth of what is installed. The weights kept are WEIGHTS of scripts/fonts/faces.ts; a test holds the two together.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const UNUSED = /^(?:100Thin|800ExtraBold)$|\.png$/;

const fonts = path.join(path.dirname(fileURLToPath(import.meta.url)), '../node_modules/@expo-google-fonts');
for (const family of fs.existsSync(fonts) ? fs.readdirSync(fonts) : []) {
  for (const file of fs.readdirSync(path.join(fonts, family), { recursive: true, encoding: 'utf8' })) {
    if (UNUSED.test(path.basename(file)))
      fs.rmSync(path.join(fonts, family, file), { recursive: true, force: true });
  }
}
