import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useIsPhone } from '../app/use-is-phone.ts';
import { ErrorState } from './error-state.tsx';
import { type ExplanationLine, ExplanationLines } from './explanation-lines.tsx';
import { IdleSwitch } from './idle-switch.tsx';
import { LoadingState } from './loading-state.tsx';
import { tellingLines } from './telling-lines.ts';

interface WhyDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Whose number and which: 张伟 · 2026年9月 · 业务工作. */
  readonly title: ReactNode;
  /** The number itself, large, usually a ScoreText. */
  readonly score?: ReactNode;
  readonly lines: readonly ExplanationLine[] | undefined;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** Opens the entry behind a line. */
  readonly onEntry?: (entryId: string) => void;
  /** From the reason to the next step: 提出复议, when the reader may. */
  readonly actions?: ReactNode;
  /** Rule version, roster day, seal: what the number rests on. */
  readonly foot?: ReactNode;
}

/** The "why" beside every number (X1): clause, inputs, arithmetic, evidence, people, times. */
export function WhyDrawer(props: WhyDrawerProps) {
  const phone = useIsPhone();
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88vh' : 640}
      {...(props.actions ? { footer: props.actions } : {})}
    >
      {props.score && <div style={{ marginBottom: 12, fontSize: '1.3em' }}>{props.score}</div>}
      {props.error ? (
        <ErrorState error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
      ) : props.lines ? (
        <Telling lines={props.lines} onEntry={props.onEntry} />
      ) : (
        <LoadingState />
      )}
      {props.foot && (
        <div className="mj-quiet" style={{ marginTop: 16 }}>
          {props.foot}
        </div>
      )}
    </Drawer>
  );
}

interface TellingProps {
  readonly lines: readonly ExplanationLine[];
  readonly onEntry: WhyDrawerProps['onEntry'];
}

/** What moved the score first; where nothing happened waits behind the switch. */
function Telling({ lines, onEntry }: TellingProps) {
  const [all, setAll] = useState(false);
  const telling = tellingLines(lines);
  return (
    <>
      <div style={{ marginBottom: 8 }}>
        <IdleSwitch idle={lines.length - telling.length} all={all} onChange={setAll} />
      </div>
      <ExplanationLines lines={all ? lines : telling} onEntry={onEntry} />
    </>
  );
}
