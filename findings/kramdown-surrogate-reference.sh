#!/usr/bin/env bash
# kramdown 2.4.0 and 2.5.2: a numeric character reference to half of a surrogate pair (`&#xD83D;`, as in JSON that escapes an
# emoji in two halves) becomes three bytes that no UTF-8 has. In a paragraph the HTML is returned with them, marked as UTF-8 and
# invalid; in a list item the conversion raises "invalid byte sequence in UTF-8". commonmark.js 0.31.2 writes U+FFFD, as the
# CommonMark specification asks.
#
# Who meets it: a Jekyll site whose Markdown was made from escaped text. The page that holds the reference in a paragraph is
# written with the invalid bytes; in a list it stops the build.
#
# Seen with Ruby 3.1.2. Needs Ruby, RubyGems, Node.js and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8

seen=$(
  for version in 2.4.0 2.5.2; do
    export GEM_HOME="$folder/$version" GEM_PATH="$folder/$version"
    gem install --no-document --quiet kramdown --version "$version" >/dev/null
    VERSION=$version ruby -e '
      gem "kramdown", ENV.fetch("VERSION")
      require "kramdown"
      ["&#xD83D;", "* &#xD83D;"].each do |text|
        html = Kramdown::Document.new(text).to_html
        puts "#{Kramdown::VERSION} #{text}: #{html.encoding}, valid: #{html.valid_encoding?}, #{html.b.inspect}"
      rescue ArgumentError => e
        puts "#{Kramdown::VERSION} #{text}: #{e.message}"
      end'
  done
  cd "$folder"
  npm init --yes >/dev/null
  npm install --silent --no-audit --no-fund commonmark@0.31.2 >/dev/null
  node -e '
    const { HtmlRenderer, Parser } = require("commonmark");
    const html = new HtmlRenderer().render(new Parser().parse("&#xD83D;"));
    console.log(`commonmark.js: ${html.trim() === "<p>\ufffd</p>" ? "U+FFFD" : JSON.stringify(html)}`);'
)
echo "$seen"
expected='2.4.0 &#xD83D;: UTF-8, valid: false, "<p>\xED\xA0\xBD</p>\n"
2.4.0 * &#xD83D;: invalid byte sequence in UTF-8
2.5.2 &#xD83D;: UTF-8, valid: false, "<p>\xED\xA0\xBD</p>\n"
2.5.2 * &#xD83D;: invalid byte sequence in UTF-8
commonmark.js: U+FFFD'
[ "$seen" = "$expected" ] || { printf 'expected:\n%s\n' "$expected"; exit 1; }
