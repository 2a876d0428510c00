import { bulletins } from '@mingji/contract';
import { Cascader } from 'antd';

interface PlaceholderMenuProps {
  readonly sequences: readonly { readonly name: string; readonly kind: 'unit' | 'officer' }[];
  readonly onInsert: (text: string) => void;
}

/** The data items of the text, each with what it means; those of a sequence ask for which. */
export function PlaceholderMenu({ sequences, onInsert }: PlaceholderMenuProps) {
  const options = Object.entries(bulletins.bulletinPlaceholders).map(([name, { means, ofSequence }]) => {
    const kind = name === '考核民警数' ? 'officer' : 'unit';
    const fitting = sequences.filter((each) => each.kind === kind);
    return {
      value: name,
      label: `${name}：${means}`,
      ...(ofSequence && fitting.length > 0
        ? {
            children: [
              { value: '', label: '不指定序列' },
              ...fitting.map((each) => ({ value: each.name, label: each.name })),
            ],
          }
        : {}),
    };
  });
  return (
    <Cascader
      size="small"
      options={options}
      value={[]}
      aria-label="插入数据"
      placeholder="插入数据"
      style={{ width: 150 }}
      showSearch
      allowClear={false}
      onChange={(chosen) => {
        const [name, sequence] = (chosen ?? []).map(String);
        if (name) onInsert(sequence ? `{${name}：${sequence}}` : `{${name}}`);
      }}
    />
  );
}
