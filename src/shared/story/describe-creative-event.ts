import type { EventData } from '../events/catalog';
import { t } from '../language/language';

// Each names the kinds of today; one of a newer version is called as it is recorded.

export function stepEnded({ step_number: step, total_steps: steps, status }: EventData<'workflow.step_completed'>): string {
  return t(
    '{status, select, completed {Step {step, number} of {steps, number} completed} skipped {Step {step, number} of {steps, number} skipped} failed {Step {step, number} of {steps, number} failed} other {Step {step, number} of {steps, number} {status}}}',
    { step, steps, status },
  );
}

export function contextChanged({ update_type: change, context_type: context }: EventData<'context.updated'>): string {
  return t(
    '{change, select, addition {addition} modification {modification} removal {removal} other {{change}}} to the {context, select, character {character} narrative {narrative} visual {visual} technical {technical} other {{context}}} context',
    { change, context },
  );
}

export function characterDefined({ character_type: kind }: EventData<'character.defined'>): string {
  return t(
    '{kind, select, protagonist {protagonist defined} supporting {supporting defined} background {background defined} other {{kind} defined}}',
    { kind },
  );
}
