import { reviewDuties } from '@mingji/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useEndpoint } from '../../api/use-endpoint.ts';
import { useSession } from '../../app/session.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { HandoverList, ofHandovers } from './handover-list.tsx';
import { OwnerRoutes } from './owner-routes.tsx';
import { PlanHandover } from './plan-handover.tsx';
import { ReviewUnit } from './review-unit.tsx';

/** Who reviews in which order, within which time, and who stands in while somebody is away. */
export function ReviewDutiesPage() {
  const [planning, setPlanning] = useState(false);
  const { account } = useSession();
  const answer = useEndpoint(reviewDuties.listReviewUnits, {});
  const handovers = useEndpoint(reviewDuties.listHandovers, ofHandovers);
  const routes = useEndpoint(reviewDuties.listOwnerRoutes, {});
  if (answer.isError && !answer.data)
    return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  // Read together and shown together: nothing pushes down what is being read.
  if (!answer.data || handovers.isPending || routes.isPending) return <LoadingState />;
  const { units } = answer.data;
  const own = units.some(({ reviewers }) => reviewers.some(({ id }) => id === account.id));
  const arranges = units.some(({ canArrange }) => canArrange);
  return (
    <>
      <PageHeader
        title="审核分工"
        description="主审在前，备岗依次接替；请假期间由接替人代审，超过时限的自动转下一位。"
        action={
          (own || arranges) && (
            <Button type="primary" onClick={() => setPlanning(true)}>
              请假交接
            </Button>
          )
        }
      />
      <HandoverList />
      {units.length === 0 && (
        <EmptyState title="没有归口审核的部门" how="安全管理员授予审核人角色后，部门会列在这里。" />
      )}
      {units.map((unit) => (
        <ReviewUnit key={unit.unit.id} unit={unit} />
      ))}
      <OwnerRoutes />
      {planning && (
        <PlanHandover units={units} ownId={own ? account.id : null} onClose={() => setPlanning(false)} />
      )}
    </>
  );
}
