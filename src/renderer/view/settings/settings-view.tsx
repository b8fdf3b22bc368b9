import { ViewHead } from '../../parts/view-head';
import { useStatus } from '../../store/use-status';

/** Every setting, each with what it does. */
export function SettingsView() {
  const version = useStatus((state) => state.status?.version ?? '');
  return <ViewHead title="Settings" about={`Alice ${version}`} />;
}
