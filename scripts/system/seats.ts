// Which of several workers does a job: one that has done its like, as it holds what that needs.

export interface Seat<Worker> {
  readonly worker: Worker;
}

export interface Seats<Worker> {
  readonly workers: readonly Worker[];
  /** A worker for a job of that kind, as soon as there is one; the oldest job comes first. */
  readonly take: (kind: string) => Promise<Seat<Worker>>;
  readonly leave: (seat: Seat<Worker>) => void;
}

interface Place<Worker> extends Seat<Worker> {
  readonly kinds: Set<string>;
  isFree: boolean;
}

interface Waiting<Worker> {
  readonly kind: string;
  readonly begin: (seat: Seat<Worker>) => void;
}

/**
 * A worker keeps to the kinds that it has begun with, and takes one of another's only where more are waiting than there
 * are workers: it would otherwise come to hold what both need.
 */
export function createSeats<Worker>(size: number, start: () => Worker): Seats<Worker> {
  const places = Array.from(
    { length: size },
    (): Place<Worker> => ({ worker: start(), kinds: new Set(), isFree: true }),
  );
  const waiting: Waiting<Worker>[] = [];
  const jobFor = ({ kinds }: Place<Worker>): Waiting<Worker> | undefined => {
    const isNobodys = ({ kind }: Waiting<Worker>): boolean => !places.some((each) => each.kinds.has(kind));
    const known = waiting.find(({ kind }) => kinds.has(kind)) ?? waiting.find(isNobodys);
    return known ?? (kinds.size === 0 || waiting.length > size ? waiting[0] : undefined);
  };
  const assign = (): void => {
    for (const place of places.filter(({ isFree }) => isFree)) {
      const job = jobFor(place);
      if (!job) continue;
      waiting.splice(waiting.indexOf(job), 1);
      place.isFree = false;
      place.kinds.add(job.kind);
      job.begin(place);
    }
  };
  return {
    workers: places.map(({ worker }) => worker),
    take: (kind) =>
      new Promise((begin) => {
        waiting.push({ kind, begin });
        assign();
      }),
    leave: (seat) => {
      const place = places.find((each) => each === seat);
      if (place) place.isFree = true;
      assign();
    },
  };
}
