#!/usr/bin/env bash
# sass 3.7.4 (RubyGems, Ruby Sass): in the compressed style the leading zero of a number depends on the syntax of the file.
# The indented syntax loses it (`.5px`), SCSS keeps it (`0.5px`), although the rest of the output is the same. A number that is
# calculated loses it in both.
#
# Who meets it: sites on GitHub Pages, where jekyll-sass-converter 1.5.2 runs this compiler with `style: compressed`: moving a
# partial from .sass to .scss changes the published stylesheet.
#
# Needs Ruby and RubyGems.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GEM_HOME="$folder" GEM_PATH="$folder"
gem install --no-document --quiet sass --version 3.7.4 >/dev/null 2>&1

seen=$(ruby -W0 -e '
  gem "sass", "3.7.4"
  require "sass"
  compressed = ->(text, syntax) { Sass::Engine.new(text, syntax: syntax, style: :compressed, cache: false).render.strip }
  puts "sass: #{compressed.("a\n  width: 0.5px\n  height: 0.25px * 2\n", :sass)}"
  puts "scss: #{compressed.("a { width: 0.5px; height: 0.25px * 2; }", :scss)}"')
echo "$seen"
expected='sass: a{width:.5px;height:.5px}
scss: a{width:0.5px;height:.5px}'
[ "$seen" = "$expected" ] || { printf 'expected:\n%s\n' "$expected"; exit 1; }
