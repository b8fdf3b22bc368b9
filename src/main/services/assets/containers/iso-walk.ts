import type { ByteSource } from './byte-source';
import type { Findings } from './findings';
import { warn } from './findings';
import { boxHeader } from './iso-boxes';
import { limits } from './limits';

/** A box by where it lies, its body unread. */
export interface PlacedBox {
  readonly type: string;
  /** Where the body begins, and how many bytes of it the enclosing box holds. */
  readonly offset: number;
  readonly length: number;
  /** True when the box says that it is longer than what encloses it. */
  readonly overflows: boolean;
}

/** Boxes that may still be looked at in one file; shared by all its walks, so that nesting multiplies nothing. */
export interface WalkBudget {
  boxes: number;
}

export const createWalkBudget = (): WalkBudget => ({ boxes: limits.parts });

/** The boxes of a stretch of the file, found by reading their headers only. */
export async function* placedBoxes(
  source: ByteSource,
  { offset: from, length }: { readonly offset: number; readonly length: number },
  findings: Findings,
  budget: WalkBudget,
): AsyncGenerator<PlacedBox> {
  const end = Math.min(from + length, source.size);
  let at = from;
  while (at + 8 <= end) {
    if (budget.boxes-- <= 0) {
      warn(findings, 'unreadable metadata: the file has more boxes than Alice reads.');
      return;
    }
    const box = boxHeader(await source.read(at, 16), end - at);
    if (box === null) {
      warn(findings, 'unreadable metadata: the file holds something that is not a box.');
      return;
    }
    const body = at + box.headerBytes;
    const length = Math.max(0, Math.min(box.size - box.headerBytes, end - body));
    yield { type: box.type, offset: body, length, overflows: at + box.size > end };
    at += box.size;
  }
}
