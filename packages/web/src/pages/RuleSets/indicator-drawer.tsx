import type { ruleSets } from '@mingji/contract';
import type { Indicator } from '@mingji/engine';
import { Alert, Form } from 'antd';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { ClauseSide } from './clause-side.tsx';
import { freeCode, itemAt, type Place, putClause, putIndicator } from './edit-content.ts';
import styles from './editor.module.css';
import { EditorContentProvider } from './editor-content.ts';
import { type IndicatorValues, indicatorOf, valuesOf } from './indicator-values.ts';
import { LiveCheck } from './live-check.tsx';
import type { Lock } from './locks.ts';
import { RuleFields } from './rule-fields.tsx';
import { texts } from './texts.ts';
import { useSeenDraft } from './use-seen-draft.ts';
import type { Upper } from './use-upper.ts';

export interface Editing {
  readonly place: Place;
  /** Null: a new one at the end of the item. */
  readonly indicator: Indicator | null;
  /** The clause a new one begins with; left out: a new clause. */
  readonly clause?: string;
}
interface IndicatorDrawerProps {
  readonly version: ruleSets.VersionView;
  readonly editing: Editing;
  readonly upper: Upper;
  readonly onClose: () => void;
}

/** The guided editor (X7): the sentence of the paper rule left, the typed rule right, the rule at work below. */
export function IndicatorDrawer({ version: newest, editing, upper, onClose }: IndicatorDrawerProps) {
  const { version, content, saver } = useSeenDraft(newest);
  const [form] = Form.useForm<IndicatorValues>();
  const { place, indicator: old } = editing;
  const item = itemAt(content, place);
  if (item === undefined) return null;
  const code = old?.code ?? freeCode(content, place.itemCode);
  const fresh = freeCode(content, 'clause');
  const lock = upper.locks.indicator(code);
  const draftOf = (values: IndicatorValues) => ({
    indicator: indicatorOf(values, code),
    content: putClause(content, values.clause, values.clauseText ?? '', values.clauseSource),
  });
  // Parts of the rule that no field shows stay as they were: the whole store is read.
  const submit = () => {
    const { indicator, content: next } = draftOf(form.getFieldsValue(true) as IndicatorValues);
    return saver.save(putIndicator(next, place, indicator, old?.code ?? null));
  };
  return (
    <EditorContentProvider value={content}>
      <FormDrawer<IndicatorValues>
        open
        form={form}
        title={old ? `${texts.editIndicator}：${old.name}` : `${texts.addIndicator}：${item.name}`}
        width={1180}
        onClose={onClose}
        command={saver.command}
        onSubmit={submit}
        submitText="保存"
        initialValues={valuesOf(content, old, editing.clause ?? fresh)}
        draftKey={`ruleSet.${version.id}.${old?.code ?? `new.${place.itemCode}`}`}
      >
        {lock && <LockedHint lock={lock} />}
        <div className={styles.beside}>
          <ClauseSide {...{ content, fresh, code }} locks={upper.locks} />
          <RuleFields owners={version.owners.map((each) => each.owner)} />
        </div>
        <LiveCheck {...{ item, place, draftOf }} above={upper.content} old={old?.code ?? null} />
      </FormDrawer>
    </EditorContentProvider>
  );
}

/** §16: fixed above, but what is stricter may be written here, on a clause of one's own. */
function LockedHint({ lock }: { readonly lock: Lock }) {
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={`“${lock.by}”已有规定，这里只可从严，并须另写本办法自己的条款；放宽的不能报送和发布。`}
      description={lock.clause}
    />
  );
}
