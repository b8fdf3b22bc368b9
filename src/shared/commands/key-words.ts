const named: Readonly<Record<string, string>> = {
  arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', ' ': 'Space', escape: 'Esc', control: 'Ctrl', meta: 'Meta', delete: 'Del',
};

/** A plus parts what is held from the key, and may be the key itself. */
const partsOf = (press: string): string[] => press.split(/\b\+/);

/** The caps of one binding, as they are written on the keyboard: `$mod+Shift+z` is Ctrl, Shift, Z. */
export function capsOf(binding: string, platform: string): string[] {
  return binding.split(' ').flatMap((press) => {
    const parts = partsOf(press);
    const key = parts.at(-1) ?? '';
    // The question mark is written with the shift key; the cap says what is written.
    const mods = parts.slice(0, -1).filter((mod) => !(mod === 'Shift' && key.length === 1 && key.toLowerCase() === key.toUpperCase()));
    return [...mods.map((mod) => capOfMod(mod, platform)), named[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key)];
  });
}

function capOfMod(mod: string, platform: string): string {
  if (platform !== 'darwin') return mod === '$mod' || mod === 'Control' ? 'Ctrl' : mod;
  return { $mod: '⌘', Meta: '⌘', Alt: '⌥', Control: '⌃', Shift: '⇧' }[mod] ?? mod;
}

/** The binding as Electron's menus take it; null for several presses in a row, which they do not know. */
export function acceleratorOf(binding: string): string | null {
  if (binding.includes(' ')) return null;
  const parts = partsOf(binding);
  const key = parts.at(-1) ?? '';
  const mods = parts.slice(0, -1).map((mod) => (mod === '$mod' ? 'CmdOrCtrl' : mod));
  // A bare letter in a menu would be taken from every text field.
  if (mods.filter((mod) => mod !== 'Shift').length === 0 && !/^F\d+$/.test(key)) return null;
  return [...mods, key.length === 1 ? key.toUpperCase() : key.replace(/^Arrow/, '')].join('+');
}
