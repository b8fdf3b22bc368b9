/** How the benches say what they measured. */
const frame = 1000 / 60;

const inOrder = (numbers) => numbers.toSorted((a, b) => a - b);
const ranked = (numbers, part) => inOrder(numbers)[Math.min(numbers.length - 1, Math.floor(part * numbers.length))] ?? Number.NaN;

export const median = (numbers) => inOrder(numbers)[numbers.length >> 1] ?? Number.NaN;

/** Of times in milliseconds, also in frames of 1/60 s. */
export const spread = (times) =>
  [0.5, 0.95, 0.99]
    .map((part) => [part * 100, ranked(times, part)])
    .map(([percent, ms]) => `p${percent} ${ms.toFixed(1)} ms (${(ms / frame).toFixed(2)} frames)`)
    .join(', ');

/** Of few times in milliseconds. */
export const range = (times) => `median ${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`;

export const megabytes = (bytes, digits = 0) => `${(bytes / 1024 / 1024).toFixed(digits)} MB`;
