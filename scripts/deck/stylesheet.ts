// Of a style sheet, what has a part in a slide: a rule that asks for a class, an element or a language that the slide does
// not have is left out, and so is a property of one's own (--name) that nothing there uses. What is in doubt stays.

export interface StyleRule {
  /** What stands around it, such as `@media print`. */
  readonly around: string;
  readonly selectors: readonly { readonly text: string; readonly selector: Selector }[];
  readonly declarations: readonly Declaration[];
}

interface Declaration {
  readonly text: string;
  /** Of a property of one's own (--name): it counts where it is asked for. */
  readonly own: string | undefined;
  /** The properties of one's own that its value asks for. */
  readonly asks: readonly string[];
}

/** All that an element, or one over it, must have for the selector to hold. */
interface Selector {
  readonly tags: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: readonly string[];
  readonly languages: readonly string[];
  /** Of each group one has to hold: `:is(h1, h2)`. */
  readonly groups: readonly (readonly Selector[])[];
}

/** What stands in a piece of HTML. */
export interface Markup {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** BCP 47. */
  readonly language: string;
  /** Properties that it asks for itself. */
  readonly properties: readonly string[];
}

export function markupOf(html: string, language: string): Markup {
  const openings = Array.from(html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)/gi));
  const attributes = openings.flatMap(([, , text = '']) =>
    Array.from(
      text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g),
      ([, name = '', value = '']) => [name, value] as const,
    ),
  );
  const classes = attributes.flatMap(([name, value]) => (name === 'class' ? value.split(/\s+/) : []));
  return {
    tags: new Set([...AROUND, ...openings.map(([, tag = '']) => tag.toLowerCase())]),
    classes: new Set(classes),
    attributes: new Set([...attributes.map(([name]) => name), 'data-marpit-svg']),
    language: language.toLowerCase(),
    properties: namesIn(html),
  };
}

/** The elements that Marp has a slide stand in. */
const AROUND = ['html', 'body', 'div', 'svg', 'foreignobject', 'section'];

/** The rules as text, without those that `markup` has no use for. */
export function stylesFor(rules: readonly StyleRule[], markup: Markup): string {
  const matching = rules.flatMap((rule) => {
    const selectors = rule.selectors.filter(({ selector }) => mayHold(selector, markup));
    return selectors.length > 0 ? [{ ...rule, selectors }] : [];
  });
  const used = usedProperties(matching, markup);
  return matching
    .map(({ around, selectors, declarations }) => {
      const kept = declarations.filter(({ own }) => own === undefined || used.has(own));
      const body = kept.map(({ text }) => text).join(';');
      return body === '' ? '' : `${around}{${selectors.map(({ text }) => text).join()}{${body}}}`;
    })
    .join('\n');
}

function mayHold({ tags, classes, attributes, languages, groups }: Selector, markup: Markup): boolean {
  return (
    classes.every((name) => markup.classes.has(name)) &&
    tags.every((name) => markup.tags.has(name)) &&
    attributes.every((name) => markup.attributes.has(name)) &&
    languages.every((range) => markup.language === range || markup.language.startsWith(`${range}-`)) &&
    groups.every((group) => group.some((selector) => mayHold(selector, markup)))
  );
}

/** A property is used where a value asks for it, or the value of one that is used. */
function usedProperties(rules: readonly StyleRule[], { properties }: Markup): ReadonlySet<string> {
  const values = new Map<string, string[]>();
  const used = new Set(properties);
  for (const { declarations } of rules)
    for (const { own, asks } of declarations) {
      if (own === undefined) for (const asked of asks) used.add(asked);
      else if (asks.length > 0) values.set(own, [...(values.get(own) ?? []), ...asks]);
    }
  // A set goes on to what is added to it meanwhile.
  for (const name of used) for (const asked of values.get(name) ?? []) used.add(asked);
  return used;
}

function namesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/var\(\s*(--[\w-]+)/g), ([, name = '']) => name);
}

/** Reads a style sheet (CSS Syntax). A block that is no plain list of declarations is kept in one piece. */
export function readStyleSheet(css: string): readonly StyleRule[] {
  const rules = known.get(css) ?? rulesIn(css.replace(/\/\*[\s\S]*?\*\//g, ''), '');
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(css, rules);
  return rules;
}

/** The style sheet of a deck stays the same from edit to edit. */
const known = new Map<string, readonly StyleRule[]>();
const MOST_KNOWN = 8;

function rulesIn(css: string, around: string): readonly StyleRule[] {
  return blocksOf(css).flatMap(({ head, body }): readonly StyleRule[] => {
    if (/^@(media|supports|layer|container)\b/.test(head)) return rulesIn(body, `${around}${head}`);
    const isPlain = !head.startsWith('@') && !body.includes('{');
    const selectors = (head.startsWith('@') ? [''] : split(head, ',')).map((text) => ({
      text,
      selector: selectorOf(text),
    }));
    const declarations = isPlain ? split(body, ';').map(declarationOf) : [declared(head, body)];
    return [{ around: head.startsWith('@') ? `${around}${head}` : around, selectors, declarations }];
  });
}

interface Block {
  readonly head: string;
  readonly body: string;
}

/** A statement without a block has no body. */
function blocksOf(css: string): readonly Block[] {
  const blocks: Block[] = [];
  let depth = 0;
  let [start, open] = [0, 0];
  for (const { 0: mark, index } of css.matchAll(MARKS)) {
    if (mark === '{' && depth++ === 0) open = index;
    else if (mark === '}' && --depth === 0) {
      blocks.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, index) });
      start = index + 1;
    } else if (mark === ';' && depth === 0) {
      blocks.push({ head: css.slice(start, index).trim(), body: '' });
      start = index + 1;
    }
  }
  return blocks;
}

/** Strings and addresses are passed over whole. */
const MARKS = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\((?:\\.|[^)\\"'])*\)|[{};]/gs;

/** The parts between marks that stand in no bracket and no string, without empty ones. */
function split(text: string, mark: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\\.|[()[\],;]/gs)) {
    if (token === '(' || token === '[') depth++;
    else if (token === ')' || token === ']') depth--;
    else if (token === mark && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '');
}

function declarationOf(text: string): Declaration {
  return declared(text.slice(0, Math.max(0, text.indexOf(':'))).trim(), text);
}

function declared(name: string, text: string): Declaration {
  return { text, own: name.startsWith('--') ? name : undefined, asks: namesIn(text) };
}

const PART =
  /:(is|where|matches|lang)\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)|::?[\w-]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?|\.((?:\\.|[\w-])+)|#(?:\\.|[\w-])+|\[\s*([\w-]+)[^\]]*\]|((?:\\.|[\w-])+)/g;

function selectorOf(text: string): Selector {
  const found = {
    tags: [] as string[],
    classes: [] as string[],
    attributes: [] as string[],
    languages: [] as string[],
  };
  const groups: Selector[][] = [];
  for (const [, pseudo, inner = '', name, attribute, tag] of text.matchAll(PART)) {
    if (pseudo === 'lang') found.languages.push(...languageOf(inner));
    else if (pseudo !== undefined) groups.push(split(inner, ',').map(selectorOf));
    else if (name !== undefined) found.classes.push(name.replace(/\\/g, ''));
    else if (attribute !== undefined) found.attributes.push(attribute);
    else if (tag !== undefined) found.tags.push(tag.toLowerCase());
  }
  return { ...found, groups };
}

/** Of several languages, or none that is known, any may be meant. */
function languageOf(inner: string): readonly string[] {
  const ranges = inner.split(',').map((range) => range.trim().replace(/["']/g, '').toLowerCase());
  return ranges.length === 1 && !ranges.includes('*') ? ranges : [];
}
