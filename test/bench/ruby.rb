# frozen_string_literal: true

# The same values read by Ruby and Rails, in one process on one core. JSON on standard input, JSON on standard output:
# per list, which of its values could be read, and how many of those per second (by the clock, and of processor time).

require "json"
require "set"
require "date"
require "bigdecimal"
require "active_support/all"
require "active_model"
require "active_record"
require "action_controller"
require "action_dispatch"

INPUT = JSON.parse($stdin.read)
NULL = ActiveSupport::MessageEncryptor::NullSerializer

# What a cookie jar does with a value: undo the form encoding, verify and decrypt, check purpose and expiry, load. Its keys are derived.
def opener(cookie)
  value, purpose, layout = cookie.values_at("value", "purpose", "layout")
  load = cookie["serializer"] == "json" ? ActiveSupport::JSON.method(:decode) : Marshal.method(:load)
  bits = cookie["cipher_bits"].to_i / 8
  jar =
    case layout
    when "encrypted-gcm" then ActiveSupport::MessageEncryptor.new(key(cookie, cookie["salt"], bits), cipher: "aes-#{bits * 8}-gcm", serializer: NULL)
    when "encrypted-cbc"
      ActiveSupport::MessageEncryptor.new(key(cookie, cookie["salt"], bits), key(cookie, "signed encrypted cookie", 64),
                                          cipher: "aes-#{bits * 8}-cbc", digest: cookie["hmac_digest"], serializer: NULL)
    when "signed" then ActiveSupport::MessageVerifier.new(key(cookie, cookie["salt"], 64), digest: cookie["hmac_digest"], serializer: NULL)
    end
  return -> { load.call(jar.verify(Rack::Utils.unescape(value), purpose: purpose)) } if layout == "signed"

  -> { load.call(jar.decrypt_and_verify(Rack::Utils.unescape(value), purpose: purpose)) }
end

KEYS = {}

def key(cookie, salt, size)
  secret, digest, iterations = cookie.values_at("secret", "digest", "iterations")
  return secret unless digest

  KEYS[[secret, digest, salt, size]] ||= OpenSSL::PKCS5.pbkdf2_hmac(secret, salt, iterations, size, OpenSSL::Digest.new(digest))
end

def clocks = [Process::CLOCK_MONOTONIC, Process::CLOCK_PROCESS_CPUTIME_ID].map { |clock| Process.clock_gettime(clock) }

def readable?(reader)
  !reader.call.nil?
rescue StandardError
  false
end

# The best of some rounds, after one that warms up.
def measure(readers)
  readable = readers.each_index.select { |index| readable?(readers[index]) }
  return { readable: readable, wall: nil, core: nil } if readable.empty?

  readers = readers.values_at(*readable)
  rates = Array.new(INPUT["rounds"] + 1) do
    passes = 0
    start = clocks
    while clocks.first - start.first < INPUT["round"] / 1000.0
      readers.each(&:call)
      passes += 1
    end
    clocks.zip(start).map { |now, before| passes * readers.size / (now - before) }
  end
  wall, core = rates.drop(1).transpose.map(&:max)
  { readable: readable, wall: wall, core: core }
end

puts JSON.generate(
  ruby: RUBY_VERSION, rails: ActiveSupport::VERSION::STRING,
  cookies: INPUT["cookies"].transform_values { |cookies| measure(cookies.map { |cookie| opener(cookie) }) },
  marshal: INPUT["marshal"].map { |text| text.unpack1("m") }.then { |dumps| measure(dumps.map { |dump| -> { Marshal.load(dump) } }) },
  json: measure(INPUT["json"].map { |text| -> { ActiveSupport::JSON.decode(text) } }),
  parse: measure(INPUT["json"].map { |text| -> { JSON.parse(text) } })
)
