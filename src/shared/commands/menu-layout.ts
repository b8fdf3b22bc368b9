import { t } from '../language/language';
import type { CommandId } from './all-commands';

/** What the system does itself wherever the keyboard is. */
export type MenuRole = 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen' | 'minimize' | 'zoom';

export interface MenuCommand {
  readonly id: CommandId;
  /** Without one the title stands there. */
  readonly label?: string;
  /** A key that every window hears before its page does, and that is nobody's to change. */
  readonly fixed?: string;
  /** Has a mark while it holds. */
  readonly mark?: true;
}

/** A menu in a menu. */
export interface MenuFolder {
  readonly folder: string;
  readonly groups: readonly MenuGroup[];
}

export type MenuEntry = CommandId | MenuCommand | MenuFolder | { readonly role: MenuRole };
/** Groups are parted by lines. */
export type MenuGroup = readonly MenuEntry[];

export interface TopMenu {
  readonly name: 'file' | 'edit' | 'view' | 'go' | 'library' | 'project' | 'window' | 'help';
  readonly label: string;
  readonly groups: readonly MenuGroup[];
}

/** What macOS has in the menu that is called as the app is, and other systems elsewhere. */
export const appMenuCommands = { about: 'settings.about', settings: 'go.settings' } as const satisfies Record<string, CommandId>;

/** A command under another label than its title. */
const as = (id: CommandId, label: string): MenuCommand => ({ id, label });
const marked = (id: CommandId, label: string): MenuCommand => ({ id, label, mark: true });

const decidingFolder: MenuFolder = {
  folder: t('Deciding'), groups: [
    [
      as('deciding.rate-5', t('Five Stars and Go On')), as('deciding.rate-4', t('Four Stars and Go On')), as('deciding.rate-3', t('Three Stars and Go On')),
      as('deciding.rate-2', t('Two Stars and Go On')), as('deciding.rate-1', t('Reject and Go On')), as('deciding.clear-rating', t('Clear the Rating')),
      as('deciding.take-back', t('Take the Last Decision Back')),
    ],
    [as('deciding.next', t('Next Picture')), as('deciding.back', t('Picture Before'))],
    [as('deciding.zoom', t('At 100 % or Whole')), as('deciding.closer', t('Closer')), as('deciding.further', t('Further Away'))],
    [
      marked('deciding.facts', t('Facts')), marked('deciding.film', t('Filmstrip')), marked('deciding.undecided', t('Undecided Only')),
      marked('deciding.advance', t('Go On by Itself')),
    ],
    [
      as('deciding.compare', t('Compare')), as('deciding.blind', t('Blind')), as('deciding.keep', t('Keep It, Bring the Next')),
      as('deciding.swap', t('Swap In the Next')), as('deciding.ranking', t('Ranking')),
    ],
    [as('deciding.leave', t('Leave'))],
  ],
};

/** The native menu, as it reads. Every command stands in it. */
export const menuLayout: readonly TopMenu[] = [
  {
    name: 'file', label: t('&File'), groups: [
      [
        as('app.add-files', t('Add Files…')), as('preview.files', t('Preview Files Before Adding…')),
        as('preview.folder', t('Preview a Folder Before Adding…')), as('preview.waiting', t('Preview What Waits…')),
      ],
      [as('sources.add', t('Watch a Folder…')), as('app.open-inbox', t('Open Inbox Folder')), 'app.toggle-watching'],
      [as('app.source-rules', t('Source Rules…')), as('app.quality-stages', t('Quality Stages…')), as('app.read-again', t('Read All Metadata Again…'))],
      [as('settings.export', t('Export Settings…')), as('settings.import', t('Import Settings…'))],
      [as('go.settings', t('Settings…'))],
    ],
  },
  {
    name: 'edit', label: t('&Edit'), groups: [
      [as('edit.undo', t('Undo')), as('edit.redo', t('Redo'))],
      [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
      [as('edit.rename', t('Rename…'))],
      [as('app.find', t('Find')), as('app.search', t('Search This Place')), as('app.filter', t('Filter'))],
    ],
  },
  {
    name: 'view', label: t('&View'), groups: [
      [as('app.palette', t('Commands…')), as('palette.open', t('Open Picture or Project…'))],
      [
        {
          folder: t('Theme'), groups: [
            [marked('settings.theme-system', t('As the System')), marked('settings.theme-light', t('Light')), marked('settings.theme-dark', t('Dark'))],
            [marked('settings.high-contrast', t('High Contrast'))],
            [as('palette.theme', t('Choose a Theme…'))],
          ],
        },
        { id: 'settings.actual-size', label: t('Actual Size'), fixed: 'CmdOrCtrl+0' },
        { id: 'settings.larger', label: t('Larger'), fixed: 'CmdOrCtrl+Plus' },
        { id: 'settings.smaller', label: t('Smaller'), fixed: 'CmdOrCtrl+-' },
      ],
      [
        {
          folder: t('In the Inbox'), groups: [[
            as('inbox.waiting', t('What Waits')), as('inbox.working', t('What Is Worked On')), as('inbox.done', t('What Is Done')), as('inbox.set-aside', t('What Is Set Aside')),
          ], [as('inbox.dry-run', t('Dry Run…')), as('inbox.retry', t('Try Again')), as('inbox.picture', t('Go to the Picture'))]],
        },
        {
          folder: t('In the Timeline'), groups: [
            [marked('timeline.pause', t('Hold Still'))],
            [as('timeline.open', t('Open the Event')), as('timeline.fold', t('Unfold or Fold the Story')), as('timeline.picture', t('Go to the Picture'))],
            [as('timeline.copy-json', t('Copy as JSON')), as('timeline.copy-link', t('Copy Link')), as('timeline.export', t('Export the Events Shown…'))],
            [as('timeline.undo-filing', t('Undo the Filing')), as('timeline.retry', t('Try Again'))],
          ],
        },
        {
          folder: t('In Quality'), groups: [
            [marked('quality.scores', t('Scores')), marked('quality.stacks', t('Stacks')), marked('quality.bands', t('Limits Between the Stars'))],
            [as('stacks.keep-best', t('Keep the Best of the Stack')), as('stacks.keep-all', t('Keep All of the Stack')), as('stacks.keep-this', t('Keep This One Instead'))],
            [as('stacks.compare', t('Compare the Stack')), as('stacks.open', t('Open in the Library'))],
          ],
        },
        {
          folder: t('In System'), groups: [
            [marked('system.map', t('Map')), marked('system.metrics', t('Metrics')), marked('system.dead-letters', t('Dead Letters'))],
            [as('system.open-letter', t('Open the Dead Letter')), as('system.retry', t('Try Again'))],
          ],
        },
        {
          folder: t('In Care'), groups: [
            [marked('care.health', t('Health')), marked('care.history', t('History'))],
            [as('care.check', t('Check the Files Now'))],
            [
              as('care.open-entry', t('Open the Entry')), as('care.undo-entry', t('Undo the Entry')),
              as('care.undo-since', t('Undo Everything Since the Entry…')),
            ],
          ],
        },
      ],
      [{ role: 'togglefullscreen' }],
    ],
  },
  {
    name: 'go', label: t('&Go'), groups: [
      [
        marked('go.inbox', t('Inbox')), marked('go.timeline', t('Timeline')), marked('go.library', t('Library')), marked('go.board', t('Projects')),
        marked('go.quality', t('Quality')), marked('go.system', t('System')), marked('go.care', t('Care')),
      ],
      [as('palette.project', t('Project…')), as('palette.date', t('Date…'))],
      [as('settings.appearance', t('Settings of the Appearance')), as('settings.folders', t('Settings of the Folders')), as('settings.data', t('Settings of the Data Folder'))],
    ],
  },
  {
    name: 'library', label: t('&Library'), groups: [
      [as('library.open', t('Open')), as('library.quick-look', t('Quick Look')), as('library.why', t('Why Is It Here')), as('library.in-timeline', t('Show in the Timeline'))],
      [as('app.decide', t('Decide About Pictures')), as('chosen.compare', t('Compare Side by Side')), decidingFolder],
      [
        {
          folder: t('Rate'), groups: [
            [
              as('library.rate-1', t('One Star')), as('library.rate-2', t('Two Stars')), as('library.rate-3', t('Three Stars')),
              as('library.rate-4', t('Four Stars')), as('library.rate-5', t('Five Stars')),
            ],
            [as('library.clear-rating', t('Clear Your Rating')), as('palette.rate', t('Choose a Rating…'))],
          ],
        },
        as('chosen.assign', t('Assign to a Project…')), as('palette.move', t('Move to Project…')), as('palette.place', t('Put on the Board Of…')),
      ],
      [
        as('library.copy-files', t('Copy the Files')), as('library.copy-image', t('Copy the Picture')), as('library.copy-link', t('Copy Link')),
        as('chosen.copy-prompts', t('Copy the Prompts')), as('library.reveal', t('Show in Its Folder')),
      ],
      [as('library.choose-all', t('Choose All Pictures')), as('chosen.none', t('Choose None'))],
      [marked('library.turn-view', t('As a List')), marked('library.inspector', t('Inspector')), as('library.order', t('Order of the Pictures'))],
      [as('library.larger', t('Larger Pictures')), as('library.smaller', t('Smaller Pictures'))],
      [as('chosen.undo-filing', t('Undo the Filing'))],
    ],
  },
  {
    name: 'project', label: t('&Project'), groups: [
      [as('board.create-project', t('Create a Project…')), as('board.change-project', t('Name and Description…')), as('board.archive-project', t('Archive or Reopen…'))],
      [as('board.save-brief-page', t('Export the Brief as a Web Page…')), as('board.save-brief-text', t('Export the Brief as Markdown…'))],
      [
        as('board.new-card', t('New Card')), as('board.add-pictures', t('Put Pictures on the Board…')), as('board.choose-style', t('Choose a Style…')),
        as('board.define-character', t('Define a Character…')), as('board.propose-concept', t('Propose a Concept…')),
        as('board.approve-concept', t('Approve the Open Concept…')), as('board.update-context', t('Update the Context…')), as('board.write-note', t('Write a Note…')),
      ],
      [as('board.add-column', t('Add a Column…'))],
      [as('board.open-card', t('Open the Card')), as('board.pick-up', t('Pick Up or Put Down')), as('board.history', t('History of the Card'))],
      [as('board.to-cards', t('Go to the Cards')), as('board.to-time', t('Go to the Bar of Time'))],
    ],
  },
  {
    name: 'window', label: t('&Window'), groups: [
      [{ role: 'minimize' }, { role: 'zoom' }],
      [as('app.next-pane', t('Next Pane')), as('app.previous-pane', t('Previous Pane'))],
    ],
  },
  {
    name: 'help', label: t('&Help'), groups: [
      [as('app.keys', t('Keys')), as('app.event-docs', t('Event Documentation')), as('app.notices', t('Third-Party Notices'))],
      [as('app.copy-diagnostics', t('Copy Diagnostics')), as('app.open-logs', t('Open Logs')), as('app.open-crash-reports', t('Open Crash Reports'))],
      [as('app.release-notes', t('Release Notes')), as('app.check-updates', t('Look for Updates Now'))],
      [as('settings.about', t('About Alice'))],
    ],
  },
];

/** What is offered where a picture of the library is, by right click or by the key for it. */
export const pictureMenu: readonly MenuGroup[] = [
  [as('library.open', t('Open')), as('library.quick-look', t('Quick Look')), as('library.why', t('Why Is It Here')), as('library.in-timeline', t('Show in the Timeline'))],
  [
    {
      folder: t('Rate'), groups: [
        [
          as('library.rate-5', t('Five Stars')), as('library.rate-4', t('Four Stars')), as('library.rate-3', t('Three Stars')),
          as('library.rate-2', t('Two Stars')), as('library.rate-1', t('One Star')),
        ],
        [as('library.clear-rating', t('Clear Your Rating'))],
      ],
    },
    as('palette.move', t('Move to Project…')), as('palette.place', t('Put on the Board Of…')),
  ],
  [as('library.copy-files', t('Copy the File')), as('library.copy-image', t('Copy the Picture')), as('library.copy-link', t('Copy Link'))],
  [as('library.reveal', t('Show in Its Folder'))],
];

/** Every command of some entries, those in folders as well. */
export function commandsIn(groups: readonly MenuGroup[]): readonly CommandId[] {
  return groups.flat().flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if ('role' in entry) return [];
    return 'folder' in entry ? commandsIn(entry.groups) : [entry.id];
  });
}
