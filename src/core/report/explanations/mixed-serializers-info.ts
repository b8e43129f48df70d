import { joinedByAnd } from '../../list.ts';
import { type MessageKey, message } from '../../message.ts';
import type { HybridSetting, MixedSerializers, RailsSerializer } from '../../session/mixed-serializers.ts';

const NAMES: Readonly<Record<RailsSerializer, string>> = { marshal: 'Marshal', json: 'JSON', message_pack: 'MessagePack' };

/** What the settings are called in `config.action_dispatch.cookies_serializer`. */
const SETTINGS: Readonly<Record<HybridSetting, MessageKey>> = {
  json_allow_marshal: 'explainMixedSerializersHybrid',
  message_pack: 'explainMixedSerializersMessagePack',
  message_pack_allow_marshal: 'explainMixedSerializersMessagePackMarshal',
};

/** One sentence or two that name a hybrid configuration. */
export function mixedSerializersText({ serializers, setting, continued }: MixedSerializers): string {
  const names = serializers.map((serializer) => NAMES[serializer]);
  return message(
    continued ? 'explainMixedSerializersContinued' : 'explainMixedSerializersApart',
    joinedByAnd([names.slice(0, -1).join(', '), ...names.slice(-1)]),
    message(SETTINGS[setting]),
  );
}
