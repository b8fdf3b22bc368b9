import { t } from '../language/language';
import type { Commands } from './command';

const section = 'deciding';

/** What is done in the layer in which a person decides about pictures. The layer hears their keys itself. */
export const decidingCommands = {
  'deciding.rate-1': { title: t('Reject and go on'), section, keys: ['x', '1'], words: t('one star worst out') },
  'deciding.rate-2': { title: t('Two stars and go on'), section, keys: ['2'], words: t('rate') },
  'deciding.rate-3': { title: t('Three stars and go on'), section, keys: ['3'], words: t('rate') },
  'deciding.rate-4': { title: t('Four stars and go on'), section, keys: ['4'], words: t('rate') },
  'deciding.rate-5': { title: t('Five stars and go on'), section, keys: ['5'], words: t('rate best') },
  'deciding.clear-rating': { title: t('Clear the rating of this picture'), section, keys: ['0'], words: t('stars none') },
  'deciding.next': { title: t('Next picture'), section, keys: ['Space'], words: t('go on skip') },
  'deciding.back': { title: t('Picture before'), section, keys: [], words: t('previous') },
  'deciding.take-back': { title: t('Take the last decision back'), section, keys: ['u'], words: t('undo') },
  'deciding.zoom': { title: t('At 100 %, or whole'), section, keys: ['z'], words: t('zoom pixels size') },
  'deciding.closer': { title: t('Closer'), section, keys: ['+'], words: t('zoom in larger') },
  'deciding.further': { title: t('Further away'), section, keys: ['-'], words: t('zoom out smaller') },
  'deciding.facts': { title: t('Show or hide the facts'), section, keys: ['i'], words: t('details parameters prompt') },
  'deciding.film': { title: t('Show or hide the filmstrip'), section, keys: ['t'], words: t('thumbnails') },
  'deciding.undecided': { title: t('Undecided pictures only, or all'), section, keys: ['f'], words: t('filter unrated') },
  'deciding.advance': { title: t('Go on by itself, or stay'), section, keys: ['a'], words: t('auto advance') },
  'deciding.compare': { title: t('Compare with the next'), section, keys: ['c'], words: t('side by side') },
  'deciding.blind': { title: t('Decide blind between two'), section, keys: ['b'], words: t('without names preference') },
  'deciding.keep': { title: t('Keep it, bring the next'), section, keys: ['Enter'], words: t('compare winner') },
  'deciding.swap': { title: t('Swap in the next'), section, keys: ['n'], words: t('compare other') },
  'deciding.ranking': { title: t('Ranking of what was decided blind'), section, keys: ['r'], words: t('elo order') },
  'deciding.leave': { title: t('Leave deciding'), section, keys: [], words: t('close end done') },
} as const satisfies Commands;
