import fs from 'node:fs';
import { readPdf } from '../../scripts/proof/pdf.ts';
import { linesOf } from '../../scripts/proof/lines.ts';
const [file, page, needle] = process.argv.slice(2);
const { pages } = await readPdf(new Uint8Array(fs.readFileSync(file!)));
for (const line of linesOf(pages[Number(page) - 1]!)) if (line.text.includes(needle ?? '')) { console.log(line.block?.role, line.y.toFixed(2), line.text); console.log(line.glyphs.map(g => `${g.text}@${(g.x).toFixed(2)}+${(g.width).toFixed(2)}`).join(' ')); }
