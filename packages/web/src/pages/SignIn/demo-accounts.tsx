import { identity } from '@mingji/contract';
import { useCommand } from '../../api/use-command.ts';
import styles from './demo-accounts.module.css';
import { texts } from './texts.ts';

interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly unitName: string | null;
  readonly roleLabel: string;
  readonly purpose: string;
}
interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly onEntered: (session: identity.SessionView) => void;
}

/** One card a role; a click signs in. The server offers this in demo mode only. */
export function DemoAccounts({ accounts, onEntered }: DemoAccountsProps) {
  const enter = useCommand(identity.signInDemo, { doneText: null, onDone: onEntered });
  return (
    <section className={styles.demo} aria-label={texts.demoHeading}>
      <h2 className={styles.heading}>{texts.demoHeading}</h2>
      <p className="mj-quiet">{texts.demoHint}</p>
      <div className={styles.cards}>
        {accounts.map((account) => (
          <button
            key={account.username}
            type="button"
            className={styles.card}
            disabled={enter.isPending}
            onClick={() => void enter.run({ body: { username: account.username } })}
          >
            <strong>{account.roleLabel}</strong>
            <span className={styles.name}>{account.displayName}</span>
            {account.unitName !== null && <span className={styles.unit}>{account.unitName}</span>}
            <span className={styles.purpose}>{account.purpose}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
