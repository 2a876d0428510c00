import type { results } from '@mingji/contract';
import { placeInGroup, placeWords } from '@mingji/engine';

type Place = Pick<results.RankingRow, 'rank' | 'rankOf' | 'shared'> & { readonly rankSuspended?: boolean };

/** §13: where the method says so, while an appeal is open. */
const SUSPENDED = '复议中，名次暂不显示';

/** X9: two who cannot be told apart stand on 2–3, both; the words say it to whoever asks. */
export function RankingPlace({ place }: { readonly place: Place }) {
  if (place.rankSuspended) return <span className="mj-quiet">{SUSPENDED}</span>;
  if (place.rank === null || place.rankOf === null) return <span className="mj-quiet">不排名</span>;
  const told = placeInGroup(place.rank, place.shared ?? 1, place.rankOf);
  return (
    <span className="mj-number" title={placeWords(told)}>
      <strong>{told.from === told.to ? told.from : `${told.from}–${told.to}`}</strong>
      <span className="mj-quiet"> / {told.of}</span>
    </span>
  );
}

/** Of the others, how many percent stand behind; too few to say for a small group. */
export function AheadOf({ place }: { readonly place: Place }) {
  if (place.rank === null || place.rankOf === null) return <span className="mj-quiet">—</span>;
  const { aheadOf } = placeInGroup(place.rank, place.shared ?? 1, place.rankOf);
  if (aheadOf === null) return <span className="mj-quiet">不足 10 名</span>;
  return <span className="mj-number">{aheadOf}%</span>;
}

export function placeText(place: Place): string {
  if (place.rankSuspended) return SUSPENDED;
  if (place.rank === null || place.rankOf === null) return '不排名';
  return placeWords(placeInGroup(place.rank, place.shared ?? 1, place.rankOf));
}

/** For narrow places: 2–3 for two who share the second place. */
export function spanText({ rank, rankOf, shared, rankSuspended }: Place): string {
  if (rankSuspended) return '复议中';
  if (rank === null || rankOf === null) return '—';
  const { from, to } = placeInGroup(rank, shared ?? 1, rankOf);
  return from === to ? String(from) : `${from}–${to}`;
}

export function aheadText({ rank, rankOf, shared }: Place): string {
  if (rank === null || rankOf === null) return '—';
  const { aheadOf } = placeInGroup(rank, shared ?? 1, rankOf);
  return aheadOf === null ? '—' : `${aheadOf}%`;
}
