// Lines before a conversation that say who takes part in it: 主持人：李明（北京商報記者）, 嘉賓：王仲遠. They look like
// turns and are none.

import { looksLikeName } from '../chinese/names.ts';
import { labelOf } from './labels.ts';
import { linesOf } from './lines.ts';
import { partsOf } from './offices.ts';

export interface Credit {
  /** Offset of the line in the text. */
  readonly start: number;
  readonly asks: boolean;
  readonly people: readonly { readonly name: string; readonly role?: string }[];
}

const ASKS =
  /^(?:主持人?|[採采][訪访](?:[人者]|[記记]者)?|[訪访][問问談谈][人者]?|提[問问][人者]|[記记]者)$/u;
const ANSWERS =
  /^(?:嘉[賓宾]|[來来][賓宾]|受[訪访][人者]|[對对][談谈]?[人者]|[講讲]者|[與与][談谈]人|分享人|[對对][談谈]嘉[賓宾])$/u;

/** The credits above the first line that asks something. */
export function findCredits(text: string): readonly Credit[] {
  const credits: Credit[] = [];
  for (const { start, text: line } of linesOf(text)) {
    if (/[？?]/.test(line)) return credits;
    const label = labelOf(line);
    if (!label) continue;
    const asks = ASKS.test(label.speaker);
    if (!asks && !ANSWERS.test(label.speaker)) continue;
    const people = peopleIn(line.slice(label.length), (name) => text.includes(`\n${name}：`));
    if (people.length > 0) credits.push({ start, asks, people });
  }
  return credits;
}

/** Names and what stands in brackets or behind a comma, where a line has nothing else; else nobody. */
function peopleIn(text: string, speaks: (name: string) => boolean): Credit['people'] {
  const isName = (name: string): boolean => looksLikeName(name) || (name.length > 1 && speaks(name));
  if (text.length > 80 || /[。！!;；…]|[^（(]{40}/u.test(text)) return [];
  const people = text
    .split(/[、/／&]|[，,](?![^（(]*[)）])/u)
    .map((part) => part.trim())
    .filter(Boolean);
  const found = people.map((part) => {
    const [, name = part, role] = /^(\S{2,4}) (\S{2,24})$/u.exec(part) ?? [];
    return role !== undefined && isName(name) ? { name, role } : partsOf(part);
  });
  return found[0] && isName(found[0].name) ? found.filter(({ name }) => isName(name)) : [];
}
