/** A city method, one under it and one under that, as files (§16). */
export const city = `format: mingji/rule-set@1
id: city
name: 市局办法
version: 1
mode: percentage
totalMarks: 100
appraises: [unit]
clauses:
  - { id: c1, text: 按完成比例得分。 }
  - { id: c2, text: 部门指标四十分。 }
modules:
  - code: main
    name: 业务
    items:
      - code: common
        name: 共性
        marks: 60
        clause: c1
        indicators:
          - { code: files, name: 案卷, clause: c1, owner: 法制支队, evidence: 评查表, marks: 60, scoring: { family: ratio } }
      - code: own
        name: 个性
        marks: 40
        clause: c2
        opens: { marks: 40, clause: c2 }
        indicators: []
`;

export const department = `format: mingji/rule-set@1
id: department
name: 支队办法
version: 1
extends: { id: city, version: 1 }
clauses:
  - { id: d1, text: 走访按完成比例得分。 }
  - { id: d2, text: 大队指标十分。 }
modules:
  - code: main
    items:
      - code: own
        opens: { marks: 10, clause: d2 }
        indicators:
          - { code: visits, name: 走访, clause: d1, owner: 治安支队, evidence: 台账, marks: 30, scoring: { family: ratio } }
`;

export const unit = `format: mingji/rule-set@1
id: unit
name: 大队办法
version: 1
extends: { id: department, version: 1 }
clauses:
  - { id: u1, text: 巡逻按完成比例得分。 }
modules:
  - code: main
    items:
      - code: own
        indicators:
          - { code: patrol, name: 巡逻, clause: u1, owner: 治安支队, evidence: 记录, marks: 10, scoring: { family: ratio } }
`;

export const files = { 'city.yaml': city, 'department.yaml': department, 'unit.yaml': unit };
