import { create } from 'zustand';

/** A project, or a column of its board, over which something is held. */
export type DropSpot =
  | { readonly kind: 'project'; readonly name: string }
  | { readonly kind: 'column'; readonly project_id: string; readonly id: string };

/** What is held over the window. */
export interface Dragged {
  readonly kind: 'files' | 'link';
  /** How many things; 0 when the system does not say. */
  readonly count: number;
  /** Pictures of the library, on their way out of the window or to a project. */
  readonly own: boolean;
  readonly over: DropSpot | null;
  /** The project, by name, whose columns are shown. */
  readonly unfolded: string | null;
}

interface DraggedState {
  readonly dragged: Dragged | null;
  /** How many pictures were handed to the system to be dragged and are, as far as is known, on their way; null for none. */
  readonly handed: number | null;
}

export const useDragged = create<DraggedState>(() => ({ dragged: null, handed: null }));

export const beginHanding = (handed: number) => useDragged.setState({ handed });

/** The pointer is back without anything, or what it held was let go. */
export function endDragging(): void {
  const { dragged, handed } = useDragged.getState();
  if (dragged !== null || handed !== null) useDragged.setState({ dragged: null, handed: null });
}

/** Something came over the window. The system brings back what was handed to it like any files: their number tells. */
export function holdOver(kind: Dragged['kind'], count: number): void {
  const { handed, dragged } = useDragged.getState();
  const own = kind === 'files' && handed !== null && (count === 0 || count === handed);
  useDragged.setState({ dragged: { kind, count, own, over: dragged?.over ?? null, unfolded: dragged?.unfolded ?? null } });
}

export function moveOver(over: DropSpot | null): void {
  const { dragged } = useDragged.getState();
  if (dragged !== null && !isSame(dragged.over, over)) useDragged.setState({ dragged: { ...dragged, over } });
}

/** Shows the columns of the project over which something is held. */
export function unfoldHere(): void {
  const { dragged } = useDragged.getState();
  if (dragged?.over?.kind === 'project') useDragged.setState({ dragged: { ...dragged, unfolded: dragged.over.name } });
}

export const leaveWindow = () => useDragged.setState({ dragged: null });

/** Whether something is held over this spot. */
export const isHeldOver = (spot: DropSpot) => ({ dragged }: DraggedState) => dragged !== null && isSame(dragged.over, spot);

export function isSame(one: DropSpot | null, other: DropSpot | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.kind === 'project') return other.kind === 'project' && one.name === other.name;
  return other.kind === 'column' && one.id === other.id && one.project_id === other.project_id;
}
