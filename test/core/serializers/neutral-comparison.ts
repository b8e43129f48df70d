/** Neutral JSON with its numbers brought into one form: floats as doubles, decimals without trailing zeros. */
export function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'number' && !Number.isInteger(value)) return { $float: value };
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  const [first] = members;
  if (members.length === 1 && first !== undefined && typeof first[1] === 'string') {
    if (first[0] === '$float') return { $float: Number(first[1]) };
    if (first[0] === '$bigdecimal') return { $bigdecimal: decimal(first[1]) };
  }
  return Object.fromEntries(members.map(([key, member]) => [key, comparable(member)]));
}

/** Digits and exponent. */
function decimal(text: string): string {
  const [, sign = '', whole = '', fraction = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (whole === '') return text;
  const digits = (whole + fraction).replace(/0+$/, '');
  const zeros = digits.length - digits.replace(/^0+/, '').length;
  return `${sign}0.${digits.slice(zeros)}e${Number(power) + whole.length - zeros}`;
}
