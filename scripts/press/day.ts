// The date of a file for print, from how people write one.

/** The day that is written as 2024年7月26日, 2024-07-26 or alike. */
export function dayOf(date: string | undefined): string {
  const [, year, month = '', day = ''] = /(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})/.exec(date ?? '') ?? [];
  return year === undefined ? NO_DATE : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A file for print has to have a date; one that is not known is the first day of Unix time. */
const NO_DATE = '1970-01-01';
