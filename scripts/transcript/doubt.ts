// What a phase is not sure of, at an offset of the text that the phase was given.

export interface Doubt {
  /** Without the room: `pinyin-kept`. */
  readonly code: string;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}
