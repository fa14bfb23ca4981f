// Where in the booklet each part of the interview stands, as the folios printed there. The deck refers to them.

export interface PageReferences {
  /** The opener of each section, in order. */
  readonly sections: readonly number[];
  /** The question of each exchange, numbered through the whole interview. */
  readonly exchanges: readonly number[];
}
