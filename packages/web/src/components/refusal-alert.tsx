import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { type ApiRefusal, reportNumber } from '../api/api-refusal.ts';
import { messages } from '../app/messages.ts';

interface RefusalAlertProps {
  readonly refusal: ApiRefusal | null;
  /** Problems already shown at their fields can be left out of the list. */
  readonly shownPaths?: readonly string[];
  readonly onClose?: () => void;
}

/** A refused act: what is wrong, by which rule, what to do next. */
export function RefusalAlert({ refusal, shownPaths = [], onClose }: RefusalAlertProps) {
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed may be screens below: a refusal nobody sees is no answer.
  useEffect(() => {
    if (refusal) place.current?.scrollIntoView({ block: 'nearest' });
  }, [refusal]);
  if (!refusal) return null;
  const number = reportNumber(refusal);
  const rest = refusal.problems.filter((problem) => !shownPaths.includes(problem.path));
  return (
    // Clear of the phone's fixed head when it is scrolled to.
    <div ref={place} style={{ scrollMarginTop: 72 }}>
      <Alert
        type="error"
        showIcon
        role="alert"
        style={{ marginBottom: 12 }}
        title={
          <>
            {refusal.message}
            {rest.length > 0 && (
              <ul style={{ margin: '4px 0', paddingLeft: '1.3em' }}>
                {rest.map((problem) => (
                  <li key={`${problem.path} ${problem.message}`}>
                    {problem.message}
                    {problem.clause && <span className="mj-quiet">（依据：{problem.clause}）</span>}
                  </li>
                ))}
              </ul>
            )}
            {number && (
              <div className="mj-quiet" style={{ fontSize: '0.86em' }}>
                {messages.failures.requestId(number)}
              </div>
            )}
          </>
        }
        {...(onClose ? { closable: { onClose } } : {})}
      />
    </div>
  );
}
