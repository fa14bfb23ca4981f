// Reads XML as strictly as an office program does: what is not well-formed throws.

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text directly in it. */
  readonly text: string;
}

const TOKEN = /<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/g;

export function parseXml(source: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(source))
    throw new Error('a character that XML forbids');
  const root = open('', '');
  const stack = [root];
  for (const [whole, closing, name, attributes = '', empty, text, stray] of source.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (!top || stray) throw new Error(`not well-formed: ${whole}`);
    if (text !== undefined) top.text += decode(text);
    else if (closing) {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      stack.pop();
    } else if (name !== undefined) {
      const element = open(name, attributes);
      top.children.push(element);
      if (!empty) stack.push(element);
    }
  }
  if (stack.length !== 1 || root.children.length !== 1) throw new Error('not one whole element');
  return root.children[0] as Element;
}

function open(name: string, attributes: string) {
  const pairs = Array.from(
    attributes.matchAll(/([\w:.-]+)="([^"]*)"/g),
    ([, key = '', value = '']) => [key, decode(value)] as const,
  );
  const known = new Map(pairs);
  if (known.size < pairs.length) throw new Error(`an attribute stands twice in <${name}>`);
  return { name, attributes: known, children: [] as Element[], text: '' };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/&(?!#\d+;|#x[\da-f]+;|\w+;)/i.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined && NAMED[name] === undefined) throw new Error(`&${name}; is not known in XML`);
      return name === undefined
        ? String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
        : (NAMED[name] ?? '');
    },
  );
}

/** Every element of a name below `element`, in document order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

export function first(element: Element, name: string): Element | undefined {
  return all(element, name)[0];
}
