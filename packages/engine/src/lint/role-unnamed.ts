import { adviseAt, type LintCheck } from './lint-finding.ts';

/** A role that the paper names in its own words needs no other name. */
const READABLE = /\p{Script=Han}/u;

/** P2: readers would meet the bare code of a role that the method gives no name. */
export const roleUnnamed: LintCheck = ({ ruleSet, places }) => {
  const named = new Set((ruleSet.roles ?? []).map(({ code }) => code));
  return places.flatMap((place) => {
    const { scoring } = place.indicator;
    if (!('events' in scoring)) return [];
    return scoring.events.flatMap((event, at) =>
      (event.byRole ?? []).flatMap(({ role }, part) => {
        if (named.has(role) || READABLE.test(role)) return [];
        return [
          adviseAt(place, {
            code: 'roleUnnamed',
            reason: `“${event.name}”按角色分值，角色“${role}”没有名称，页面上只能显示代码`,
            mend: '在 roles 中写明该角色的名称；不自动记的，不写 goesTo',
            words: [role],
            at: `.scoring.events[${at}].byRole[${part}].role`,
          }),
        ];
      }),
    );
  });
};
