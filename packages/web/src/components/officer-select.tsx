import { ChoiceSelect, type ChoiceSelectProps } from './choice-select.tsx';

/** An officer by name or 警号; the hint carries number and unit, because names repeat. */
export function OfficerSelect(props: ChoiceSelectProps) {
  return <ChoiceSelect placeholder="姓名或警号" {...props} />;
}
