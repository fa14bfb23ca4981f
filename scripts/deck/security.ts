// What the page of a deck may do: run the scripts that stand in it and no other, show what it carries, ask nobody for
// anything. Content Security Policy Level 3, in a meta element.

import { createHash } from 'node:crypto';

/** `html` with the policy that all its scripts satisfy, behind the declaration of its encoding. */
export function secured(html: string): string {
  const scripts = Array.from(html.matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script = '']) => script);
  const policy = [
    "default-src 'none'",
    `script-src ${[...new Set(scripts.map(sourceOf))].join(' ')}`,
    // Marp's player sets styles of elements.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    // The page shows itself in a frame: the next slide, and the overview. A browser may not count a file as 'self'.
    "frame-src 'self' file:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace(
    /<meta charset="[^"]*">/i,
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
}

function sourceOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
