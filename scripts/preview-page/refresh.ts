// The page made anew in place: only what differs is touched, so that scroll, focus and what is open stay.

let asked = 0;

/** Asks for the page again. False where a later asking came in between, or nobody answers. */
export async function refreshPage(): Promise<boolean> {
  asked += 1;
  const number = asked;
  try {
    const response = await fetch('/');
    const text = await response.text();
    if (number !== asked) return false;
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    document.title = fresh.title;
    document.body.dataset['state'] = fresh.body.dataset['state'] ?? '';
    for (const own of document.querySelectorAll('[data-follows]')) {
      const twin = fresh.getElementById(own.id);
      if (twin) become(own, twin);
    }
    return true;
  } catch {
    return false;
  }
}

/** What the person has opened, and what the page says of where they are, is no part of what was made. */
const OURS: ReadonlySet<string> = new Set(['open', 'aria-current', 'inert']);

/** Makes `element` what `fresh` is. Children go together by id where they have one, else by place. */
export function become(element: Element, fresh: Element): void {
  for (const { name } of [...element.attributes])
    if (!fresh.hasAttribute(name) && !OURS.has(name)) element.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (element.getAttribute(name) === value || OURS.has(name)) continue;
    if (name === 'src' && element instanceof HTMLImageElement) showLoaded(element, value);
    else element.setAttribute(name, value);
  }
  const known = new Map(
    [...element.children].filter(({ id }) => id !== '').map((child) => [child.id, child]),
  );
  let at: ChildNode | null = element.firstChild;
  for (const next of [...fresh.childNodes]) {
    const twin = next instanceof Element && next.id !== '' ? known.get(next.id) : at;
    if (!twin || !isKin(twin, next)) {
      element.insertBefore(next, at);
      continue;
    }
    if (twin === at) at = at?.nextSibling ?? null;
    else element.insertBefore(twin, at);
    if (twin instanceof Element && next instanceof Element) become(twin, next);
    else if (twin.nodeValue !== next.nodeValue) twin.nodeValue = next.nodeValue;
  }
  while (at) {
    const gone: ChildNode = at;
    at = at.nextSibling;
    gone.remove();
  }
}

const isKin = (one: Node, other: Node): boolean =>
  one.nodeName === other.nodeName && (!(one instanceof Element) || one.id === (other as Element).id);

/** A picture stays until the next one is there to be drawn. */
function showLoaded(picture: HTMLImageElement, address: string): void {
  picture.dataset['next'] = address;
  const next = new Image();
  next.src = address;
  const show = (): void => {
    if (picture.dataset['next'] !== address) return;
    delete picture.dataset['next'];
    picture.setAttribute('src', address);
  };
  next.decode().then(show, show);
}
