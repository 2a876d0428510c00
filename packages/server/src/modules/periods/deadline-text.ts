/** 2026年9月25日24:00: the midnight that ends a day is told as that day's 24:00, as notices write it. */
export function deadlineText(instant: Date, timeZone: string): string {
  const midnight = localParts(instant, timeZone);
  const endsDay = midnight.hour === '00' && midnight.minute === '00';
  const shown = endsDay ? localParts(new Date(instant.getTime() - 1), timeZone) : midnight;
  const time = endsDay ? '24:00' : `${shown.hour}:${shown.minute}`;
  return `${shown.year}年${shown.month}月${shown.day}日${time}`;
}

function localParts(instant: Date, timeZone: string) {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}
