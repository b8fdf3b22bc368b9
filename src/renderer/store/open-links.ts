import type { OpenedLink } from '@shared/library/deep-link';
import type { Alice } from './alice';
import { tellAdded } from './tell-added';
import { say } from './use-toasts';
import { goToPicture, goToStory } from './use-view';

/** Goes where links lead: the one that Alice was started with, and those that are followed later. */
export function openLinks(alice: Alice): void {
  alice.on('link', showLink);
  alice.on('added', (added) => tellAdded(added));
  void alice.call('app/link', {}).then((reply) => {
    if (reply.ok && reply.answer !== null) showLink(reply.answer);
  });
}

export function showLink(link: OpenedLink): void {
  switch (link.kind) {
    case 'asset':
      goToPicture(link.content_hash);
      return;
    case 'event':
      goToStory(link);
      return;
    case 'problem':
      say(link.sentence, 'problem');
  }
}
