import { useStatus } from './use-status';

/** Holds the page to the contrast, motion and density that a person chose. The page begins with those it was served with. */
export function followAppearance(): () => void {
  return useStatus.subscribe(({ status }) => {
    if (status === null) return;
    const { dataset } = document.documentElement;
    dataset['contrast'] = status.contrast;
    dataset['motion'] = status.motion;
    dataset['density'] = status.density;
  });
}
