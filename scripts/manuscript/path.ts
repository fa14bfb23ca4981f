// Paths of pictures as a manuscript may give them.

/** Whether `file` names a file in the folder of the manuscript or below it, the same on every machine. */
export function isBeside(file: string): boolean {
  const parts = file.split('/');
  return !/^[A-Za-z][\w+.-]*:|\\|\0/.test(file) && parts.every((part) => !['', '.', '..'].includes(part));
}
