export function StacksPart() {
  return null;
}
