import { ChoiceSelect, type ChoiceSelectProps } from './choice-select.tsx';

/** A unit by name; the hint is the unit above, because half the bureau has a 刑警大队. */
export function UnitSelect(props: ChoiceSelectProps) {
  return <ChoiceSelect placeholder="选择单位" {...props} />;
}
