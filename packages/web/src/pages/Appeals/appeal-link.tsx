import { Link } from '@tanstack/react-router';
import { StatusTag } from '../../components/status-tag.tsx';
import { appealStates } from './texts.ts';

/** From the thing contested to its appeal. */
export function AppealLink({ appeal }: { readonly appeal: { readonly id: string; readonly state: string } }) {
  return (
    <Link to={`/appeals/${appeal.id}`}>
      复议 <StatusTag map={appealStates} state={appeal.state as keyof typeof appealStates} />
    </Link>
  );
}
