# frozen_string_literal: true

# Rewrites pages as jemoji and jekyll-mentions do: one JSON object per line on standard input ({ "html": … }), one on
# standard output, with what Nokogiri's fragment makes of the whole and what each plugin makes of the page.

require "jekyll"
require "jekyll-mentions"
require "jemoji"
require "json"

PAGE = Struct.new(:output, :site, :data)
SITE = Struct.new(:config).new({})

def plugin(html)
  page = PAGE.new(html.dup, SITE, {})
  yield page
  page.output
end

$stdin.set_encoding("UTF-8")
$stdout.sync = true
while (line = $stdin.gets)
  html = JSON.parse(line).fetch("html")
  puts JSON.generate(
    "fragment" => Nokogiri::HTML::DocumentFragment.parse(html).to_html,
    "emoji" => plugin(html) { |page| Jekyll::Emoji.emojify(page) },
    "mentions" => plugin(html) { |page| Jekyll::Mentions.mentionify(page) }
  )
end
