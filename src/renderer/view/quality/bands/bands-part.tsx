export function BandsPart() {
  return null;
}
