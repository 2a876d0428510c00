import type { FamilyName, Indicator, RoleRule, Scoring } from '@mingji/engine';
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import { DecimalInput } from '../../components/decimal-input.tsx';
import styles from './editor.module.css';
import { PlacesInput } from './parameter-input.tsx';
import type { ExampleFacts } from './worked-example.ts';

interface ExampleFieldsProps {
  /** By these names the roles of an event are told. */
  readonly roles: readonly RoleRule[];
  readonly indicator: Indicator;
  readonly facts: ExampleFacts;
  readonly onChange: (change: Partial<ExampleFacts>) => void;
}

const QUANTITY_LABELS: Partial<Record<FamilyName, string>> = {
  band: '评定的分',
  lateness: '逾期几日',
  ratio: '完成数',
  target: '完成数',
};
const TARGETED: ReadonlySet<FamilyName> = new Set(['ratio', 'target', 'controlNumber']);
const RATES: ReadonlySet<FamilyName> = new Set(['thresholdRate', 'tiers', 'rankBased', 'relativeToMean']);
const UNMEASURED: ReadonlySet<FamilyName> = new Set(['imported', 'assessment', 'escalation', 'effectOnly']);

/** The few facts that the family needs: how many of each event, the measure and its target, the others, the votes. */
export function ExampleFields({ roles, indicator, facts, onChange }: ExampleFieldsProps) {
  const { scoring } = indicator;
  return (
    <div className={styles.example}>
      <EventCounts {...{ scoring, facts, onChange }} />
      <Measure {...{ scoring, facts, onChange }} />
      <Lists {...{ scoring, facts, onChange }} />
      <Choices {...{ roles, indicator, facts, onChange }} />
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={styles.exampleField}>
      <span>{label}</span>
      {children}
    </label>
  );
}

type PartProps = Omit<ExampleFieldsProps, 'indicator' | 'roles'> & { readonly scoring: Scoring };

function eventsOf(scoring: Scoring): readonly { code: string; name: string; unit?: string }[] {
  if ('events' in scoring) return scoring.events;
  if (scoring.family === 'escalation') return [{ code: '', name: '发生次数', unit: '次' }];
  if (scoring.family === 'effectOnly') return [{ code: '', name: '是否发生', unit: '次' }];
  return [];
}

function EventCounts({ scoring, facts, onChange }: PartProps) {
  return eventsOf(scoring).map((event) => (
    <Labelled key={event.code} label={event.name}>
      <DecimalInput
        min="0"
        max="9999"
        measure={event.unit ?? '次'}
        placeholder="0"
        value={facts.counts[event.code] ?? null}
        onChange={(count) => onChange({ counts: { ...facts.counts, [event.code]: count ?? '0' } })}
      />
    </Labelled>
  ));
}

function Measure({ scoring, facts, onChange }: PartProps) {
  const { family } = scoring;
  if ('events' in scoring || UNMEASURED.has(family)) return null;
  const unit = 'unit' in scoring && scoring.unit !== undefined ? { measure: scoring.unit } : {};
  return (
    <>
      <Labelled label={QUANTITY_LABELS[family] ?? '实际数'}>
        <DecimalInput
          {...unit}
          value={facts.quantity ?? null}
          onChange={(quantity) => onChange({ quantity })}
        />
      </Labelled>
      {RATES.has(family) && (
        <Labelled label="分母（按比率时）">
          <DecimalInput min="0" value={facts.of ?? null} onChange={(of) => onChange({ of })} />
        </Labelled>
      )}
      {TARGETED.has(family) && (
        <Labelled label={family === 'controlNumber' ? '控制数' : '目标数'}>
          <DecimalInput
            {...unit}
            min="0"
            value={facts.target ?? null}
            onChange={(target) => onChange({ target })}
          />
        </Labelled>
      )}
      {family === 'target' && (
        <Checkbox
          checked={facts.late === true}
          onChange={(event) => onChange({ late: event.target.checked })}
        >
          逾期完成
        </Checkbox>
      )}
    </>
  );
}

function Lists({ scoring, facts, onChange }: PartProps) {
  if (scoring.family === 'assessment') {
    return scoring.groups.map((group) => (
      <Labelled key={group.code} label={`${group.name}各票`}>
        <PlacesInput
          placeholder="90 85 88"
          value={facts.votes?.[group.code] ?? []}
          onChange={(votes) => onChange({ votes: { ...facts.votes, [group.code]: votes } })}
        />
      </Labelled>
    ));
  }
  const label = { imported: '各期得分', rankBased: '其他各家的数', relativeToMean: '其他各家的数' };
  if (!(scoring.family in label)) return null;
  return (
    <Labelled label={label[scoring.family as keyof typeof label]}>
      <PlacesInput
        placeholder="90 85 88"
        value={facts.others ?? []}
        onChange={(others) => onChange({ others })}
      />
    </Labelled>
  );
}

/** Multipliers that the entry names, and the roles an event knows. */
function Choices({ roles: known, indicator, facts, onChange }: ExampleFieldsProps) {
  const named = (indicator.multipliers ?? []).filter((multiplier) => multiplier.when === undefined);
  const roles =
    'events' in indicator.scoring
      ? [
          ...new Set(
            indicator.scoring.events.flatMap((event) => (event.byRole ?? []).map((part) => part.role)),
          ),
        ]
      : [];
  return (
    <>
      {named.length > 0 && (
        <Labelled label="适用系数">
          <Select
            mode="multiple"
            value={[...(facts.multipliers ?? [])]}
            options={named.map(({ code, name, factor }) => ({ value: code, label: `${name} × ${factor}` }))}
            onChange={(multipliers: string[]) => onChange({ multipliers })}
            placeholder="无"
          />
        </Labelled>
      )}
      {roles.length > 0 && (
        <Labelled label="记给谁">
          <Select
            allowClear
            value={facts.role ?? null}
            options={roles.map((role) => ({
              value: role,
              label: known.find(({ code }) => code === role)?.name ?? role,
            }))}
            onChange={(role: string | undefined) => onChange({ role: role ?? null })}
            placeholder="一般"
          />
        </Labelled>
      )}
    </>
  );
}
