import { targets } from '@mingji/contract';
import { App, Form, Select } from 'antd';
import { useMemo } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { DecimalInput } from '../../components/decimal-input.tsx';
import { FormDrawer } from '../../components/form-drawer.tsx';
import { useUnitOptions } from '../../components/use-unit-options.ts';
import styles from './targets.module.css';
import { type Book, texts } from './texts.ts';

interface Values {
  readonly unitIds: readonly string[];
  readonly quantities?: Readonly<Record<string, string | null>>;
}
interface IssueTargetsProps {
  readonly book: Book;
  readonly onClose: () => void;
}

/** Quantities for one unit, usually the bureau itself, or the same for several; the split comes after. */
export function IssueTargets({ book, onClose }: IssueTargetsProps) {
  const issue = useCommand(targets.issueTargets, {
    invalidates: [targets.getUnitTargets, targets.listTargetBooks],
    refusals: 'inline',
    doneText: '目标已下达',
  });
  const { message } = App.useApp();
  const units = useUnitOptions();
  const root = useEndpoint(targets.getUnitTargets, {
    params: { versionId: book.versionId, year: book.year, unitId: book.unit.id },
  });
  const held = useMemo(
    () => new Map((root.data?.targets ?? []).map((target) => [target.indicator.code, target.figures.issued])),
    [root.data],
  );
  const submit = async ({ unitIds, quantities = {} }: Values) => {
    const rows = Object.entries(quantities).flatMap(([indicatorCode, quantity]) =>
      quantity === null || quantity === undefined
        ? []
        : unitIds.map((unitId) => ({ indicatorCode, unitId, quantity })),
    );
    if (rows.length === 0) {
      message.warning('还没有填写数量：至少填写一项指标的全年数量。');
      return null;
    }
    return issue.run({ params: { versionId: book.versionId, year: book.year }, body: { rows } });
  };
  return (
    <FormDrawer<Values>
      open
      title={`${texts.issue}：${book.year} 年 ${book.ruleSetName}`}
      width={720}
      onClose={onClose}
      command={issue}
      onSubmit={submit}
      submitText={texts.issue}
      initialValues={{ unitIds: [book.unit.id] }}
      draftKey={`target.issue.${book.versionId}.${book.year}`}
    >
      <Form.Item
        name="unitIds"
        label="下达给"
        extra="通常下达给本局，再逐级分解；选几个单位则各下达同样的数量。"
        rules={[{ required: true, message: '请选择单位' }]}
      >
        <Select
          mode="multiple"
          loading={units.loading}
          showSearch={{ optionFilterProp: 'label' }}
          options={units.options.map((unit) => ({
            value: unit.value,
            label: unit.hint ? `${unit.label}（${unit.hint}）` : unit.label,
          }))}
        />
      </Form.Item>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>指标</th>
            <th>全年数量</th>
          </tr>
        </thead>
        <tbody>
          {book.indicators.map((indicator) => (
            <tr key={indicator.code}>
              <td>
                <strong>{indicator.name}</strong>{' '}
                {held.has(indicator.code) && (
                  <span className="mj-quiet">本局已下达 {held.get(indicator.code)}，如需改动请用“调整”</span>
                )}
                <div className="mj-quiet">
                  {indicator.itemName} · {indicator.clauseText}
                </div>
              </td>
              <td style={{ width: 200 }}>
                <Form.Item name={['quantities', indicator.code]} noStyle>
                  <DecimalInput
                    min="0"
                    placeholder="不下达则留空"
                    style={{ width: '100%' }}
                    {...(indicator.measureUnit ? { measure: indicator.measureUnit } : {})}
                  />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </FormDrawer>
  );
}
