export function ScoresPart() {
  return null;
}
