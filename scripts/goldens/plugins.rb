# frozen_string_literal: true

# Reads pieces of HTML, a JSON string a line, and writes what Nokogiri's HTML 4 fragment makes of each.

require "json"
require "nokogiri"

$stdout.sync = true
while (line = gets)
  puts JSON.generate(Nokogiri::HTML::DocumentFragment.parse(JSON.parse(line)).to_html)
end
