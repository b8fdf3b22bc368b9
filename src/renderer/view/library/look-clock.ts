/** `1:05`, or `0:01.5` where a step is less than a second. */
export function clockOf(seconds: number): string {
  const tenths = Math.floor(seconds * 10);
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10];
  const clock = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
  return whole < 60 ? `${clock}.${rest}` : clock;
}

/** How far an arrow goes in a video: a twentieth of it, and never more than five seconds. */
export function scrubStep(duration: number): number {
  return Number.isFinite(duration) ? Math.min(5, Math.max(0.1, duration / 20)) : 1;
}
