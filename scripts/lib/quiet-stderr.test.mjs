import { describe, expect, it } from 'vitest';
import { isHarmless } from './quiet-stderr.mjs';

describe('what Electron prints', () => {
  it.each([
    '[14082:1121/213255.448795:ERROR:bus.cc(407)] Failed to connect to the bus: Failed to connect to socket',
    '[14082:1121/213255.448795:ERROR:dbus/bus.cc:408] Failed to connect to the bus: Failed to connect to socket',
    '[14120:1121/213255.619623:ERROR:viz_main_impl.cc(181)] Exiting GPU process due to errors during initialization',
    '(electron:812): GLib-GObject-CRITICAL **: 10:00:00.000: invalid cast',
    '(node:812) [SharpElectronLinux] Warning: glib',
    '(Use `electron --trace-warnings ...` to show where the warning was created)',
    '',
  ])('is left out when it is harmless: %s', (line) => expect(isHarmless(line)).toBe(true));

  it.each([
    'Error: the log cannot be opened',
    '(node:812) UnhandledPromiseRejectionWarning: Error: no',
    '[14082:1121/213255.448795:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found',
    '[14082:1121/213255.448795:ERROR:render_process_host_impl.cc(5)] the renderer is gone',
  ])('is shown otherwise: %s', (line) => expect(isHarmless(line)).toBe(false));
});
