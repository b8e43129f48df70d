import { message } from '../../message.ts';
import type { Serializer } from '../../readers/reader.ts';

/** A serializer as people call it. */
export function serializerText(serializer: Serializer): string {
  switch (serializer) {
    case 'json':
      return 'JSON';
    case 'marshal':
      return 'Marshal';
    case 'message_pack':
      return 'MessagePack';
    case 'zipjson':
      return message('explainSerializerDeflatedJson');
    case 'unknown':
      return message('explainSerializerCustom');
  }
}
