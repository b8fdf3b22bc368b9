/** The three raw channels below the contract. Only preload and the main process's registry use them. */
export const channels = {
  call: 'alice:call',
  addFiles: 'alice:add-files',
  broadcast: 'alice:broadcast',
} as const;
