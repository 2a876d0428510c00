import { Link } from '@tanstack/react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from './texts.ts';

interface AppealLinkProps {
  readonly appeal: { readonly id: string; readonly state: string; readonly instance?: number };
}

/** From the thing contested to its appeal. */
export function AppealLink({ appeal }: AppealLinkProps) {
  return (
    <Link to={`/appeals/${appeal.id}`}>
      {appeal.instance === 2 ? '二次复议' : '复议'}{' '}
      <StatusTag map={appealStates} state={appeal.state as keyof typeof appealStates} />
    </Link>
  );
}
