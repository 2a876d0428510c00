import type { FamilyName } from '@mingji/engine';
import { FAMILY_FORMS } from './family-fields.ts';
import { ParameterFields } from './parameter-fields.tsx';

/** The parameters of the chosen family, as fields and lists. */
export function ScoringFields({ family }: { readonly family: FamilyName }) {
  return <ParameterFields form={FAMILY_FORMS[family]} path={['scoring']} />;
}
