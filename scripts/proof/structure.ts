// What a piece of a page is, by the structure that the file is tagged with (ISO 32000-1, 14.8).

/** One element on one page: a paragraph that goes on to the next page is another there. */
export interface Block {
  readonly role: string;
  readonly kind: BlockKind;
}

export type BlockKind = 'paragraph' | 'heading' | 'note' | 'caption' | 'other';

/** What a marked stretch of a page belongs to. */
export interface Belonging {
  readonly block: Block;
  /** It calls a note, or stands before one as its number: no part of the text. */
  readonly isCall: boolean;
}

/** A node as pdfjs gives it. */
export interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** By the number of the marked content. */
export function belongingsOf(tree: StructureNode | null): ReadonlyMap<number, Belonging> {
  const found = new Map<number, Belonging>();
  const visit = (node: StructureNode, block: Block | undefined, isCall: boolean): void => {
    if (node.type === 'content') {
      const number = /_mc(\d+)$/.exec(node.id ?? '')?.[1];
      if (number !== undefined && block) found.set(Number(number), { block, isCall });
      return;
    }
    const role = node.role ?? '';
    const isInline = block !== undefined && INLINE.has(role);
    const inner = isInline ? block : { role, kind: kindOf(role, block) };
    const isNumber = isCall || (role === 'Lbl' && isInline);
    const number = NOTES.has(role) ? numberOf(node) : undefined;
    for (const child of node.children ?? []) visit(child, inner, isNumber || child === number);
  };
  if (tree) visit(tree, undefined, false);
  return found;
}

/** The number of a note is its label; without one, the link back that it begins with. */
function numberOf({ children = [] }: StructureNode): StructureNode | undefined {
  const label = children.find(({ role }) => role === 'Lbl');
  return label ?? (children[0]?.role === 'Link' ? children[0] : undefined);
}

const NOTES = new Set(['Note', 'FENote']);

function kindOf(role: string, around: Block | undefined): BlockKind {
  if (NOTES.has(role)) return 'note';
  if (around && around.kind !== 'other' && around.kind !== 'paragraph') return around.kind;
  if (/^(?:H\d*|Title)$/.test(role)) return 'heading';
  if (role === 'Caption') return 'caption';
  return role === 'P' ? 'paragraph' : (around?.kind ?? 'other');
}

/** Elements inside a line do not part it: what they hold belongs to the block around them. */
const INLINE = new Set(['Span', 'Link', 'Em', 'Strong', 'Quote', 'Code', 'Sub', 'Reference', 'Lbl']);
