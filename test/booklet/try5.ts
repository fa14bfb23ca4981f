import { familiesOf } from '../../scripts/fonts/faces.ts';
import { measureWith } from '../../scripts/typography/measure.ts';
import { composeParagraph } from '../../scripts/typography/compose.ts';
import { extremes } from '../proof/booklets.ts';
import { world } from '../support/world.ts';
const [name, needle] = process.argv.slice(2);
const locale = 'zh-TW';
const measure = measureWith({regular: await world.readFont(familiesOf(locale).serif.faces.find(f => f.weight === 400)!.file), language: locale});
const e = extremes(locale, 20).find(x => x.name === name)!.edition;
const paras = [...e.interview.lead, ...e.interview.sections.flatMap(s => s.exchanges.flatMap(x => x.answer.flatMap(a => a.paragraphs)))];
for (const p of paras) if (p.text.includes(needle!)) {
  const pieces = composeParagraph([{ text: p.text, mark: null }], { measure: 28, indent: 2, openingMark: 'half' }, { locale, kinsoku: 'basic', unbreakable: e.unbreakable, measure });
  console.log(JSON.stringify(pieces));
}
