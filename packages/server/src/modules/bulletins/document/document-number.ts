/** 江公考〔2026〕5号 (GB/T 9704: six-cornered brackets, no leading zero, no 第). */
export function documentNumber(mark: string, year: number, serial: number): string {
  return `${mark}〔${year}〕${serial}号`;
}
