# frozen_string_literal: true

# Answers on standard output what Rouge makes of each snippet that comes as a line of JSON on standard input:
# {"code": "...", "language": "ruby"} -> {"html": "..."} or {"error": "..."} or {"html": null}.
require "rouge"
require "json"
require "timeout"

$stdout.sync = true
puts({ rouge: Rouge.version }.to_json)
formatter = Rouge::Formatters::HTML.new
$stdin.each_line do |line|
  asked = JSON.parse(line)
  answer =
    begin
      case asked["ask"]
      when "samples"
        demos = File.join(Gem.loaded_specs["rouge"].full_gem_path, "lib", "rouge", "demos")
        tag = Rouge::Lexer.find(asked["language"])&.tag
        file = tag && File.join(demos, tag)
        { samples: file && File.file?(file) ? [File.read(file, encoding: "utf-8")] : [] }
      else
        lexer = Rouge::Lexer.find_fancy(asked["language"], asked["code"])
        Timeout.timeout(20) { { html: lexer && formatter.format(lexer.lex(asked["code"])) } }
      end
    rescue StandardError, SystemStackError => e
      { error: "#{e.class}: #{e.message}"[0, 200] }
    end
  puts answer.to_json
end
