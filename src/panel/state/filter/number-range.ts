/** Whole numbers, both ends included. */
export interface NumberRange {
  readonly least: number;
  readonly most: number;
}

const NUMBER = String.raw`(\d[\d,]*(?:\.\d+)?)(k?)`;
const COMPARED = new RegExp(`^(>=|<=|>|<)?${NUMBER}$`, 'i');
const BETWEEN = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`, 'i');

/** `>3500`, `>=3,500`, `<4k`, `100..200`, `4096`; `k` is a thousand. Null for all else. */
export function parseRange(text: string): NumberRange | null {
  const [, low, lowUnit, high, highUnit] = BETWEEN.exec(text) ?? [];
  if (low !== undefined && high !== undefined) return { least: numberOf(low, lowUnit), most: numberOf(high, highUnit) };
  const [, sign, digits, unit] = COMPARED.exec(text) ?? [];
  if (digits === undefined) return null;
  const number = numberOf(digits, unit);
  switch (sign) {
    case '>':
      return { least: Math.floor(number) + 1, most: Number.POSITIVE_INFINITY };
    case '>=':
      return { least: number, most: Number.POSITIVE_INFINITY };
    case '<':
      return { least: 0, most: Math.ceil(number) - 1 };
    case '<=':
      return { least: 0, most: number };
    default:
      return { least: number, most: number };
  }
}

const numberOf = (digits: string, unit: string | undefined): number =>
  Number(digits.replaceAll(',', '')) * (unit?.toLowerCase() === 'k' ? 1000 : 1);

/** `302`, `4xx`, `>399`, `400..499`, and `failed` for what got no answer. What is still being typed, such as `40`, is `40x`. */
export function parseStatus(text: string): NumberRange | null {
  if (text.toLowerCase() === 'failed') return { least: 0, most: 0 };
  if (!/^[1-9][\dx]{0,2}$/i.test(text)) return parseRange(text);
  const digits = text.replace(/x/gi, '').length;
  if (!/^\d+x*$/i.test(text)) return null;
  const unit = 10 ** (3 - digits);
  const least = Number(text.slice(0, digits)) * unit;
  return { least, most: least + unit - 1 };
}

export const isWithin = ({ least, most }: NumberRange, number: number): boolean => number >= least && number <= most;
