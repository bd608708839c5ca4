# frozen_string_literal: true

# Renders documents with the real jekyll-commonmark-ghpages: one JSON request per line in, one JSON answer per line out.
#   {"text": "...", "options": ["unsafe", ...], "extensions": ["table", ...]}
#   {"html": "..."} or {"error": "..."}
# Rouge is a fake whose answers say how it was called, so that only cmark's and the plugin's own parts are compared.

require "json"
require "timeout"
require "jekyll"
require "jekyll-commonmark-ghpages"

FakeLexer = Struct.new(:name) do
  def lex(code)
    "#{name}: #{code.gsub("&", "&amp;").gsub("<", "&lt;")}"
  end
end

def (Rouge::Lexer).find_fancy(name, _code)
  FakeLexer.new(name) unless name.start_with?("no")
end

class Rouge::Formatters::HTMLLegacy
  def format(code)
    "<pre>#{code}</pre>"
  end
end

LIMIT = Integer(ENV.fetch("LIMIT", "5"))
Jekyll.logger.log_level = :error

def render(request)
  config = { "commonmark" => { "options" => request["options"], "extensions" => request["extensions"] } }
  html = Timeout.timeout(LIMIT) { Jekyll::Converters::Markdown::CommonMarkGhPages.new(config).convert(request["text"]) }
  return { "error" => "invalid encoding" } unless html.valid_encoding?

  { "html" => html }
rescue SystemStackError, StandardError => e
  { "error" => "#{e.class}: #{e.message}"[0, 200] }
end

$stdout.sync = true
while (line = $stdin.gets)
  puts JSON.generate(render(JSON.parse(line)))
end
