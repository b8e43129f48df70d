/** A double as Ruby's Float#to_s prints it: shortest digits, `1.0e+15` from 10**15 on and `1.0e-05` below 10**-4. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-Infinity' : 'Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const [mantissa = '', power = '0'] = value.toExponential().split('e');
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 15) return expand(mantissa, exponent);
  const sign = exponent < 0 ? '-' : '+';
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** Longest run of zeros that is written out. */
const LONGEST_RUN = 40;

/** A BigDecimal's dump (`18:0.12345e3`) as plain decimal. Null when it is none. Source: BigDecimal#_dump. */
export function decimalText(dump: string): string | null {
  const text = /^(?:\d+:)?(.*)$/s.exec(dump)?.[1] ?? '';
  if (/^(?:NaN|-?Infinity)$/.test(text)) return text;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,15}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const minus = sign === '-' ? '-' : '';
  if (digits === '') return `${minus}0.0`;
  // The value is 0.DIGITS times ten to the `exponent`.
  const exponent = Number(power) + whole.length - (whole.length + fraction.length - digits.length);
  const significant = digits.replace(/0+$/, '');
  if (exponent > significant.length + LONGEST_RUN || exponent < -LONGEST_RUN) return `${minus}0.${significant}e${exponent}`;
  return minus + expand(`${significant[0]}.${significant.slice(1)}`, exponent - 1);
}

/** `1.25` times ten to the `exponent`, written out, with at least one digit on both sides of the point. */
function expand(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const point = exponent + 1;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  const whole = digits.slice(0, point).padEnd(point, '0');
  return `${sign}${whole}.${digits.slice(point) || '0'}`;
}
