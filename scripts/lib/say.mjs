/** Everything the scripts say themselves goes to stderr: stdout belongs to the app and to the command line tool. */
export const say = (sentence) => void process.stderr.write(`${sentence}\n`);

/** Trouble that the person can do something about: printed as its sentence, without a stack. */
export class Trouble extends Error {
  name = 'Trouble';
}

export const sayTrouble = (error) => say(error instanceof Trouble ? error.message : `${error?.stack ?? error}`);

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** Shows how far a download is: on a terminal in one line that changes, elsewhere in a line per quarter. */
export const progress = (what, total) => {
  let done = 0;
  let shown = -1;
  const terminal = process.stderr.isTTY === true;
  const show = () => {
    const step = total ? Math.floor((done / total) * (terminal ? 100 : 4)) : Math.floor(done / (terminal ? 1e6 : 25e6));
    if (step === shown) return;
    shown = step;
    const line = `  ${what}: ${megabytes(done)}${total ? ` of ${megabytes(total)}` : ''}`;
    process.stderr.write(terminal ? `\r${line}` : `${line}\n`);
  };
  return {
    add: (bytes) => {
      done += bytes;
      show();
    },
    at: (bytes) => {
      done = bytes;
      show();
    },
    end: () => void (terminal && shown >= 0 && process.stderr.write('\n')),
  };
};
