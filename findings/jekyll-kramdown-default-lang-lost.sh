#!/usr/bin/env bash
# Jekyll 3.10.0: `kramdown: {syntax_highlighter_opts: {default_lang: ruby}}` is lost while the site is being built. kramdown
# turns the keys of its options into symbols as it parses its first text; each time Jekyll sets up kramdown again, it looks for
# the string "default_lang", finds none, and fills in "plaintext". So the language of an unnamed code block depends on what was
# rendered before it:
#   - after a `smartify` that comes before the first converted page, all code is plaintext;
#   - with jekyll-commonmark-ghpages 0.5.1 loaded, as on GitHub Pages, whose `{% highlight %}` sets up a new kramdown for each
#     tag, all code after the first such tag is plaintext, even if the site's Markdown is kramdown's.
#
# Who meets it: sites whose code blocks name no language.
#
# Seen with Ruby 3.1.2 and kramdown 2.4.0. Needs Ruby, RubyGems, a C compiler and cmake (commonmarker).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8 GEM_HOME="$folder/gems" GEM_PATH="$folder/gems"
status=0

gem install --no-document --quiet jekyll:3.10.0 kramdown:2.4.0 kramdown-parser-gfm:1.1.0 jekyll-commonmark-ghpages:0.5.1 >/dev/null

site() { # NAME PLUGINS FIRST MIDDLE: pages 0.html, a.md, b.html and c.md; a and c have code, 0 and b what is given
  mkdir "$folder/$1"
  cd "$folder/$1"
  printf 'plugins: [%s]\nkramdown: {syntax_highlighter_opts: {default_lang: ruby}}\n' "$2" >_config.yml
  printf -- '---\n---\n%s\n' "$3" >0.html
  printf -- '---\n---\n    a = nil\n' >a.md
  printf -- '---\n---\n%s\n' "$4" >b.html
  printf -- '---\n---\n    c = nil\n' >c.md
}
check() { # WHAT EXPECTED: the languages of the code of a and c
  "$GEM_HOME/bin/jekyll" build --quiet >/dev/null 2>&1
  seen=$(grep -ho 'class="language-[a-z]*' _site/a.html _site/c.html | cut -d- -f2 | paste -sd' ')
  printf '%s  =>  %s\n' "$1" "$seen"
  [ "$seen" = "$2" ] || { echo "  expected $2"; status=1; }
}
tag='{% highlight css %}b{}{% endhighlight %}'
site plain '' '' "$tag"
check 'a highlight tag between two pages' 'ruby ruby'
site smart '' '{{ "x" | smartify }}' ''
check 'a smartify before two pages' 'plaintext plaintext'
site pages jekyll-commonmark-ghpages '' "$tag"
check 'a highlight tag between two pages, with jekyll-commonmark-ghpages' 'ruby plaintext'
exit $status
