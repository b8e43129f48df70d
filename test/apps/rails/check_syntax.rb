# frozen_string_literal: true

# Compiles the pieces of Ruby that it gets as a JSON array on standard input, and runs none of them.
# Prints a JSON array in their order: null, or what is wrong. A call of `exit` is wrong: it can only come out of a name.

require "json"

puts JSON.generate(JSON.parse($stdin.read).map do |ruby|
  "it would exit" if RubyVM::InstructionSequence.compile(ruby).disasm.include?("mid:exit")
rescue SyntaxError => error
  error.message
end)
