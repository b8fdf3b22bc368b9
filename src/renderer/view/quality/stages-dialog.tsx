export function StagesDialog() {
  return null;
}
