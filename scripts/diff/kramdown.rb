# frozen_string_literal: true

# Renders documents with the real kramdown: one JSON request per line in, one JSON answer per line out.
#   {"text": "...", "options": {"input": "GFM", ...}, "ascii": false, "smartify": false}
#   {"html": "...", "warnings": ["..."]} or {"error": "..."}
# The syntax highlighter is a fake whose answers say how it was called, so that only kramdown's own part is compared.
# A case of kramdown's own has its options in YAML and is rendered with Rouge; its answer has the options as well:
#   {"text": "...", "yaml": "...", "input": "GFM"}

require "json"
require "timeout"
require "yaml"
require "kramdown"
require "kramdown-parser-gfm"

class Kramdown::Parser::SmartyPants < Kramdown::Parser::Kramdown
  def initialize(source, options)
    super
    @block_parsers = [:block_html, :content]
    @span_parsers = [:smart_quotes, :html_entity, :typographic_syms, :span_html]
  end

  def parse_content
    add_text @src.scan(/\A.*\n/)
  end
  define_parser(:content, /\A/)
end

ROUGE = Kramdown::Converter.syntax_highlighter(:rouge)

Kramdown::Converter.add_syntax_highlighter(:rouge) do |converter, text, lang, type, opts|
  next ROUGE.call(converter, text, lang, type, opts) if converter.options[:syntax_highlighter_opts].key?(:real)

  opts[:default_lang] = converter.options[:syntax_highlighter_opts][:default_lang]
  named = lang || opts[:default_lang]
  next nil if named.nil? || named.start_with?("no")

  code = text.gsub("&", "&amp;").gsub("<", "&lt;").gsub(">", "&gt;")
  type == :block ? "<div class=\"#{named.gsub(/[^\w+-]/, "")}\"><pre>#{code}</pre></div>" : "<i>#{code}</i>"
end

# If kramdown hangs or takes too long, it counts as a failure.
LIMIT = Integer(ENV.fetch("LIMIT", "5"))

def named(options)
  options.to_h do |name, value|
    [name.to_s, value.is_a?(Hash) ? named(value) : value.is_a?(Symbol) ? value.to_s : value]
  end
end

def options_of(request)
  return request["options"] unless request["yaml"]

  options = named(YAML.unsafe_load(request["yaml"]) || {})
  request["input"] ? options.merge("input" => request["input"]) : options
end

def render(request)
  text = request["text"]
  text = text.encode("US-ASCII") if request["ascii"]
  options = options_of(request)
  given = options
  if request["yaml"]
    opts = (options["syntax_highlighter_opts"] || {}).merge("real" => true)
    given = options.merge("syntax_highlighter_opts" => opts)
  end
  given = given.merge("input" => "SmartyPants") if request["smartify"]
  document = Timeout.timeout(LIMIT) { Kramdown::Document.new(text, given) }
  html = Timeout.timeout(LIMIT) { document.to_html }
  return { "error" => "invalid encoding" } unless html.valid_encoding?

  html = html.chomp if request["smartify"]
  answer = { "html" => html.encode("UTF-8") }
  answer["warnings"] = document.warnings unless request["smartify"]
  answer["options"] = options if request["yaml"]
  answer
rescue SystemStackError, LoadError, StandardError => e
  { "error" => "#{e.class}: #{e.message}"[0, 200] }
end

$stdout.sync = true
while (line = $stdin.gets)
  puts JSON.generate(render(JSON.parse(line)))
end
