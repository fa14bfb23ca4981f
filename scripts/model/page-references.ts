// Where in the booklet each part of the interview stands, as the folios printed there. The deck refers to them.

export interface PageReferences {
  /** The opener of each section, in order. */
  readonly sections: readonly number[];
  /** The question of each exchange, numbered through the whole interview. */
  readonly exchanges: readonly number[];
  /** What stands on each page, from the first, as `partsByPage` names it; not there where nobody asked. */
  readonly parts?: readonly (readonly string[])[];
}
