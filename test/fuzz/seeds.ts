import { VECTOR_FILES, vectorsOf } from '../core/readers/vectors.ts';
import { bytesOf, MARSHAL_FILES, marshalRows } from '../core/serializers/marshal-rows.ts';

/** Payloads that Rails and Ruby wrote, by reader, to be mutated. */
export interface Seeds {
  readonly json: readonly Uint8Array[];
  readonly marshal: readonly Uint8Array[];
  readonly message_pack: readonly Uint8Array[];
}

export function collectSeeds(): Seeds {
  const payloads = VECTOR_FILES.flatMap(vectorsOf).flatMap(({ expected }) => {
    const { serializer, payload_text, payload_base64 } = expected;
    if (payload_text !== undefined) return [{ serializer, bytes: new Uint8Array(Buffer.from(payload_text)) }];
    return payload_base64 === undefined ? [] : [{ serializer, bytes: new Uint8Array(Buffer.from(payload_base64, 'base64')) }];
  });
  const of = (serializer: string): readonly Uint8Array[] =>
    payloads.filter((each) => each.serializer === serializer).map((each) => each.bytes);
  return {
    json: of('json'),
    marshal: [...of('marshal'), ...MARSHAL_FILES.flatMap(marshalRows).map(bytesOf)],
    message_pack: of('message_pack'),
  };
}
