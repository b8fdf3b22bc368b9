import { Transform } from 'node:stream';

/** What Chromium, GTK and sharp are known to say on a healthy machine, mostly without a session bus or a GPU. */
const harmless = [
  /^\[\d+:[\d/.]+:(?:ERROR|WARNING|INFO|VERBOSE\d):[^\]]*(?:bus|object_proxy|viz_main_impl|gpu_\w+|gl_\w+|angle_\w+|egl_\w+|vaapi\w*|vulkan\w*|command_buffer\w*|context_provider\w*|shared_context\w*|gles2_\w+|sandbox_linux|atom_cache|on_device_model\w*|registration_request|gcm_\w+|ssl_client_socket_impl)\.cc[^\]]*\]/,
  /^\(\S+:\d+\): (?:GLib|Gtk|Gdk|dconf)[\w-]*-(?:WARNING|CRITICAL|Message)\b/i,
  /^Gtk-Message:/,
  /^libva (?:error|info):/,
  /SharpElectronLinux/,
  /^\(Use `electron --trace-warnings \.\.\.`/,
  /^(?:Debugger listening on ws:|Debugger attached\.|Waiting for the debugger|For help, see: https:\/\/nodejs\.org\/en\/docs\/inspector)/,
];

export const isHarmless = (line) => line.trim() === '' || harmless.some((pattern) => pattern.test(line));

/** Passes text on line by line and leaves out what is harmless. `onLine` sees every line. */
export const withoutNoise = (onLine = () => {}) => {
  let rest = '';
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform(chunk, _encoding, done) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        onLine(line);
        if (!isHarmless(line)) this.push(`${line}\n`);
      }
      done();
    },
    flush(done) {
      if (rest !== '' && !isHarmless(rest)) this.push(`${rest}\n`);
      done();
    },
  });
};
