// Which answer each summary was written for: content/<slug>/points.lock.json as a value.

/** An exchange as it was when a person last stood by its summary. */
export interface LockedExchange {
  readonly question: string;
  /** What was said, by paragraph; the first of a turn that is not the interviewee's opens with `speaker：`. */
  readonly answer: readonly string[];
  readonly takeaway?: string;
  readonly points: readonly string[];
}

export type PointsLock = readonly LockedExchange[];
