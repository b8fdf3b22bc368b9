/**
 * Imported before anything that touches a file: Node gives all file calls of a process four threads, and those that wait for
 * a disk hold up the others. Electron starts its threads before any of our code; there it is for the launcher to say.
 */
process.env['UV_THREADPOOL_SIZE'] ??= '16';
