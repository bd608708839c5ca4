#!/usr/bin/env bash
# jekyll-relative-links 0.6.1 (GitHub Pages) and 0.7.0: one link that begins with `~` and a name stops the whole site with
# "user notes.md doesn't exist", without the name of the page; even where the link is only an example in a code span. The
# plugin hands every link to File.expand_path, which reads `~name` as the home folder of a user. `~/notes.md` is left as it is.
#
# Who meets it: any site on GitHub Pages, where the plugin is on by default.
#
# Seen with Ruby 3.1.2 and Jekyll 3.10.0. Needs Ruby and RubyGems.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export LC_ALL=C.UTF-8
status=0

build() { # PAGE: what Jekyll says of an error, or the page
  printf -- '---\n---\n%s\n' "$1" >index.md
  if said=$("$GEM_HOME/bin/jekyll" build --quiet 2>&1); then cat _site/index.html; else grep -o "user .* doesn't exist" <<<"$said" | head -1; fi
}
check() { # PAGE EXPECTED
  seen=$(build "$1")
  printf '%s  =>  %s\n' "$1" "$seen"
  [ "$seen" = "$2" ] || { echo "  expected $2"; status=1; }
}
for version in 0.6.1 0.7.0; do
  export GEM_HOME="$folder/$version" GEM_PATH="$folder/$version"
  gem install --no-document --quiet jekyll:3.10.0 "jekyll-relative-links:$version" kramdown:2.4.0 kramdown-parser-gfm:1.1.0 >/dev/null
  mkdir "$folder/site-$version"
  cd "$folder/site-$version"
  echo 'plugins: [jekyll-relative-links]' >_config.yml
  echo "jekyll-relative-links $version"
  check 'See [the notes](~notes.md).' "user notes.md doesn't exist"
  check 'Write `[the notes](~notes.md)`.' "user notes.md doesn't exist"
  check 'See [the notes](~/notes.md).' '<p>See <a href="~/notes.md">the notes</a>.</p>'
done
exit $status
