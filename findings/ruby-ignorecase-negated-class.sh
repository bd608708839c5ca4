#!/usr/bin/env bash
# Ruby 3.1.2: what a case-insensitive regular expression with a negated class matches depends on the strings that it was used
# on before. /\.[\W]/i doesn't match ".fi", until the same Regexp has been used on a string with a letter beyond ASCII: from
# then on it matches ".ff", ".fi", ".fl", ".ss" and ".st" (ligatures and ß are no \w in Ruby, and under /i the class also
# matches what they fold to), in strings that are pure ASCII as well. A Regexp of ASCII is compiled anew for UTF-8 at the first
# such string, and stays so.
#
# Who meets it: html-pipeline 2.14.3 ends `@name` at dots before such a class, so jekyll-mentions links the "@example" of
# "@example.fi" or leaves it, depending on which pages were rendered before.
#
# Needs Ruby only.
set -euo pipefail
ruby -e '
  pairs = ("a".."z").to_a.product(("a".."z").to_a).map(&:join)
  pattern = /\.[\W]/i
  matched = -> { pairs.select { |pair| pattern.match?(".#{pair}") }.join(" ") }
  seen = [matched.call, pattern.match?("caf\u00e9"), matched.call]
  puts "Ruby #{RUBY_VERSION}: before #{seen[0].inspect}, after #{seen[2].inspect}"
  exit(seen == ["", false, "ff fi fl ss st"])
'
