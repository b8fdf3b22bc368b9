/** The letter mark: an A whose bar holds a point of light. */
export function BrandMark({ size = 18 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 18 18" aria-hidden>
      <g fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round">
        <path d="M3.2 15.2 8.1 2.6c.3-.8 1.5-.8 1.8 0l4.9 12.6" />
        <path d="M5.4 10.6h7.2" />
      </g>
      <circle cx="9" cy="10.6" r="2" fill="currentColor" />
    </svg>
  );
}
