import console from 'node:console';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** The process that is measured: reads the files whose paths come by stdin with a bundled reader, and prints what it came to. */
let text = '';
for await (const part of process.stdin.setEncoding('utf8')) text += part;
const files = text.split('\n').filter((line) => line !== '');
const { inspectFile } = await import(pathToFileURL(process.argv[2]).href);

const began = performance.now();
const memory = [];
let known = 0;
for (const [index, file] of files.entries()) {
  const { inspection } = await inspectFile(file);
  if (inspection.kind === 'media' && inspection.provenance.tool !== 'unknown' && inspection.warnings.length === 0) known += 1;
  if ((index + 1) % Math.ceil(files.length / 4) === 0) memory.push(Math.round(process.memoryUsage().rss / 1e6));
}
console.log(JSON.stringify({ known, readingMs: performance.now() - began, memory }));
