import type { Indicator, Item, RuleSet } from '@mingji/engine';
import { useMemo, useState } from 'react';
import editor from './editor.module.css';
import { ExampleFields } from './example-fields.tsx';
import styles from './rule-sets.module.css';
import { type ExampleFacts, type ExampleOutcome, workedExample } from './worked-example.ts';

interface WorkedExampleProps {
  readonly content: RuleSet;
  readonly item: Item;
  readonly indicator: Indicator;
}

const NOTHING: ExampleFacts = { counts: {} };

/** The rule at work on a few typed facts: the value and the sentence, computed as the server would (X7). */
export function WorkedExample({ content, item, indicator }: WorkedExampleProps) {
  const [facts, setFacts] = useState<ExampleFacts>(NOTHING);
  const outcome = useMemo(
    () => workedExample(content, item, indicator, facts),
    [content, item, indicator, facts],
  );
  return (
    <>
      <ExampleFields
        roles={content.roles ?? []}
        indicator={indicator}
        facts={facts}
        onChange={(change) => setFacts({ ...facts, ...change })}
      />
      <div aria-live="polite">
        <Outcome outcome={outcome} indicator={indicator} />
      </div>
    </>
  );
}

function Outcome({
  outcome,
  indicator,
}: {
  readonly outcome: ExampleOutcome;
  readonly indicator: Indicator;
}) {
  if (!outcome.ok) {
    return (
      <ul className={styles.plain}>
        {outcome.problems.map((problem) => (
          <li key={problem} className={styles.wrong}>
            {problem}
          </li>
        ))}
      </ul>
    );
  }
  const [sentence, ...steps] = outcome.lines;
  return (
    <>
      <p className={editor.outcome}>
        <strong className={editor.outcomeValue}>
          {outcome.value === null ? '—' : `${outcome.value.replace('-', '−')} 分`}
        </strong>
        {outcome.value === null && <span className="mj-quiet">把上面的数填全，即可看到得分和算法</span>}
        {indicator.marks !== undefined && <span className="mj-quiet">满分 {indicator.marks} 分</span>}
      </p>
      {outcome.effects.length > 0 && <p>后果：{outcome.effects.join('、')}</p>}
      {sentence && <p className={editor.sentence}>{sentence.text}</p>}
      <ol className={editor.steps}>
        {steps.map((line, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one evaluation never move.
            key={place}
            style={{ paddingLeft: Math.max(line.depth - sentenceDepth(outcome), 0) * 12 }}
          >
            <span>{line.text}</span>
            {line.value !== null && <span className="mj-number">{line.value.replace('-', '−')}</span>}
          </li>
        ))}
      </ol>
    </>
  );
}

function sentenceDepth(outcome: ExampleOutcome & { ok: true }): number {
  return (outcome.lines[0]?.depth ?? 0) + 1;
}
