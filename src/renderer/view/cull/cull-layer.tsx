export function CullLayer() {
  return null;
}
