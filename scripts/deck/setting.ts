// What a deck is set from: an edition, and the theme it is shown in.

import type { Edition } from '../model/edition.ts';
import type { Design } from '../theme/design.ts';

export interface DeckSetting {
  readonly edition: Edition;
  readonly design: Design;
}
