import type { Digest, KeyOptions, Salts } from '../../../core/readers/reader.ts';
import { withCipherBits, withDigest, withIterations, withSalt } from '../../state/key-options.ts';
import { message } from '../../text/message.ts';

const DIGESTS: readonly Digest[] = ['SHA1', 'SHA256', 'SHA384', 'SHA512'];

const SALTS: readonly { readonly name: keyof Salts; readonly label: string; readonly usual: string }[] = [
  { name: 'authenticatedEncryptedCookie', label: 'authenticated_encrypted_cookie_salt', usual: 'authenticated encrypted cookie' },
  { name: 'encryptedCookie', label: 'encrypted_cookie_salt', usual: 'encrypted cookie' },
  { name: 'encryptedSignedCookie', label: 'encrypted_signed_cookie_salt', usual: 'signed encrypted cookie' },
  { name: 'signedCookie', label: 'signed_cookie_salt', usual: 'signed cookie' },
];

export interface AdvancedOptionsProps {
  readonly options: KeyOptions;
  readonly onChange: (options: KeyOptions) => void;
}

/** For applications that set their own; whatever is left empty is found by trying Rails' defaults. */
export function AdvancedOptions({ options, onChange }: AdvancedOptionsProps) {
  return (
    <div class="advanced">
      <p class="muted small">{message('secretsAdvancedHint')}</p>
      <label class="form-line">
        <span>{message('secretsDigest')}</span>
        <select class="input" value={options.digest ?? ''} onChange={(event) => onChange(withDigest(options, event.currentTarget.value))}>
          <option value="">{message('secretsAuto')}</option>
          {DIGESTS.map((digest) => (
            <option key={digest} value={digest}>
              {digest}
            </option>
          ))}
        </select>
      </label>
      <label class="form-line">
        <span>{message('secretsIterations')}</span>
        <input
          type="text"
          inputMode="numeric"
          class="input"
          placeholder="1000"
          autocomplete="off"
          value={options.iterations ?? ''}
          onInput={(event) => onChange(withIterations(options, event.currentTarget.value))}
        />
      </label>
      <label class="form-line">
        <span>encrypted_cookie_cipher</span>
        <select
          class="input"
          value={options.cipherBits ?? ''}
          onChange={(event) => onChange(withCipherBits(options, event.currentTarget.value))}
        >
          <option value="">{message('secretsAuto')}</option>
          {['128', '192', '256'].map((bits) => (
            <option key={bits} value={bits}>
              {bits === '192' ? message('secretsNotInChrome', 'AES-192') : `AES-${bits}`}
            </option>
          ))}
        </select>
      </label>
      {SALTS.map(({ name, label, usual }) => (
        <label key={name} class="form-line">
          <span>{label}</span>
          <input
            type="text"
            class="input"
            placeholder={usual}
            autocomplete="off"
            spellcheck={false}
            value={options.salts?.[name] ?? ''}
            onInput={(event) => onChange(withSalt(options, name, event.currentTarget.value))}
          />
        </label>
      ))}
    </div>
  );
}
