import type { HybridSetting, MixedSerializers, RailsSerializer } from '../../session/mixed-serializers.ts';

const NAMES: Readonly<Record<RailsSerializer, string>> = { marshal: 'Marshal', json: 'JSON', message_pack: 'MessagePack' };

/** What the settings are called in `config.action_dispatch.cookies_serializer`. */
const SETTINGS: Readonly<Record<HybridSetting, string>> = {
  json_allow_marshal: '`:hybrid`, since Rails 7.1 `:json_allow_marshal`',
  message_pack: '`:message_pack`, which also reads JSON, or `:message_pack_allow_marshal`',
  message_pack_allow_marshal: '`:message_pack_allow_marshal`',
};

/** One sentence or two that name a hybrid configuration. */
export function mixedSerializersText({ serializers, setting, continued }: MixedSerializers): string {
  const names = serializers.map((serializer) => NAMES[serializer]);
  const seen = `Versions of this cookie are written in ${names.slice(0, -1).join(', ')} and ${names.at(-1)}: `;
  const hybrid = `the application’s serializer is hybrid (${SETTINGS[setting]})`;
  return continued
    ? `${seen}${hybrid}. It reads the old sessions and writes them anew.`
    : `${seen}${hybrid}, unless it was changed without one: no session is seen in both, and a strict serializer drops what the other wrote.`;
}
