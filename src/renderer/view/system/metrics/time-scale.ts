const least = 0.01;

/** Where a time lies on the scale, in percent; never nothing. */
export function shareOf(ms: number, most: number): number {
  const whole = Math.log10(Math.max(most, least * 10) / least);
  return Math.min(100, Math.max(2, (Math.log10(Math.max(ms, least) / least) / whole) * 100));
}
