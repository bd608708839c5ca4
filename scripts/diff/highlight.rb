# frozen_string_literal: true

# Answers on standard output, a line of JSON each, what comes as lines of JSON on standard input:
#
#   {"code", "language"}                                what Rouge makes of the code -> {"html"}, null without a lexer
#   {"ask": "samples", "language"}                      the gem's own demo of the language -> {"samples"}
#   {"ask": "language", "language"}                     its tag, aliases and file names -> {"tag", "names", "globs"}
#   {"ask": "tags"}                                     the tags of all languages -> {"names"}
#   {"ask": "kramdown", "code", "language", "kind", "options"}  what kramdown's highlighter returns -> {"html"}
#   {"ask": "tag", "markup", "code"}                    what is within the <code> of {% highlight %} -> {"html"}
#   {"ask": "time", "file", "language"}                 how long Rouge takes for a file -> {"seconds"}
#
# A failure is {"error"}. The first line names the version.
require "json"
require "timeout"
require "jekyll"
require "rouge"
require "kramdown"

SPANS = Rouge::Formatters::HTML.new
Site = Struct.new(:highlighter, :safe)
Converter = Struct.new(:options, :data)

def samples(language)
  tag = Rouge::Lexer.find(language)&.tag
  file = tag && File.join(Gem.loaded_specs["rouge"].full_gem_path, "lib", "rouge", "demos", tag)
  { samples: file && File.file?(file) ? [File.read(file, encoding: "utf-8")] : [] }
end

def language(name)
  lexer = Rouge::Lexer.find(name)
  return { tag: nil, names: [], globs: [] } unless lexer

  { tag: lexer.tag, names: [lexer.tag, *lexer.aliases], globs: lexer.filenames }
end

def kramdown(asked)
  options = asked["options"].transform_keys(&:to_sym)
  converter = Converter.new({ syntax_highlighter_opts: options }, {})
  rouge = Kramdown::Converter.syntax_highlighter(:rouge)
  { html: rouge.call(converter, asked["code"], asked["language"], asked["kind"].to_sym, {}) }
end

def tag(asked)
  template = Liquid::Template.parse("{% highlight #{asked["markup"]} %}#{asked["code"]}{% endhighlight %}")
  html = template.render!({}, registers: { site: Site.new("rouge", false) })
  { html: html[%r{\A<figure class="highlight"><pre><code [^>]*>(.*)</code></pre></figure>\z}m, 1] }
end

# Wollok's names of classes, and the lists of words that Jinja and Twig share, outlive a code; here each is the first.
def forget(language)
  case language
  when "wollok"
    Rouge::Lexers.send(:remove_const, :Wollok) if Rouge::Lexers.const_defined?(:Wollok)
    load File.join(Gem.loaded_specs["rouge"].full_gem_path, "lib", "rouge", "lexers", "wollok.rb")
  when "jinja", "twig"
    [Rouge::Lexers::Twig, Rouge::Lexers::Jinja].each do |lexer|
      lexer.class_variables(false).each { |name| lexer.remove_class_variable(name) }
    end
  end
end

def highlight(asked)
  forget(asked["language"])
  lexer = Rouge::Lexer.find_fancy(asked["language"], asked["code"])
  { html: lexer && SPANS.format(lexer.lex(asked["code"])) }
end

def time(asked)
  code = File.read(asked["file"], encoding: "utf-8")
  lexer = Rouge::Lexer.find(asked["language"])
  GC.start
  from = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  SPANS.format(lexer.new.lex(code))
  { seconds: Process.clock_gettime(Process::CLOCK_MONOTONIC) - from }
end

$stdout.sync = true
puts({ rouge: Rouge.version }.to_json)
$stdin.each_line do |line|
  asked = JSON.parse(line)
  answer =
    begin
      Timeout.timeout(asked["ask"] == "time" ? 300 : 20) do
        case asked["ask"]
        when "samples" then samples(asked["language"])
        when "language" then language(asked["language"])
        when "tags" then { names: Rouge::Lexer.all.map(&:tag).sort }
        when "kramdown" then kramdown(asked)
        when "tag" then tag(asked)
        when "time" then time(asked)
        else highlight(asked)
        end
      end
    rescue StandardError, SyntaxError, SystemStackError => e
      { error: "#{e.class}: #{e.message}"[0, 200] }
    end
  puts answer.to_json
end
