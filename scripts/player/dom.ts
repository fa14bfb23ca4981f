// Small helps for making and finding elements.

type Attributes = Readonly<Record<string, string>>;

export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function all(selector: string, within: ParentNode = document): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(selector)];
}

export function first(selector: string, within: ParentNode = document): HTMLElement | undefined {
  return within.querySelector<HTMLElement>(selector) ?? undefined;
}

/** A label with its values put in. */
export function filled(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Names a control whose picture says what it is. */
export function name(element: HTMLElement, label: string, key?: string): void {
  element.textContent = label;
  element.title = key === undefined ? label : `${label} (${key})`;
}
