#!/usr/bin/env bash
# libyaml 0.2.5 (by psych 5.2.6): a block scalar that is the whole document may stand at column zero in YAML 1.2 (the parent's
# indentation is -1), and js-yaml 5.5.0 and yaml 2.9.0 read it. libyaml ends the scalar before its first line, so that
# Psych.load returns an empty string: no error, the content is gone. Only load_stream, which reads on, sees that something
# follows ("did not find expected <document start>").
#
# Who meets it: a data file of a Jekyll site that is one long string: `site.data.NAME` is "".
#
# Seen with Ruby 3.1.2. Needs Ruby with its headers, libyaml's, a C compiler, RubyGems, Node.js and npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GEM_HOME="$folder/gems" GEM_PATH="$folder/gems"
gem install --no-document --quiet psych --version 5.2.6 >/dev/null
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund js-yaml@5.5.0 yaml@2.9.0 >/dev/null

seen=$(
  ruby -e '
    gem "psych", "5.2.6"
    require "psych"
    text = "--- |\nfirst\nsecond\n"
    puts "libyaml #{Psych::LIBYAML_VERSION}, load: #{Psych.load(text).inspect}"
    puts "libyaml #{Psych::LIBYAML_VERSION}, load_stream: #{begin; Psych.load_stream(text).inspect; rescue Psych::SyntaxError => e; e.problem; end}"
    puts "libyaml #{Psych::LIBYAML_VERSION}, indented: #{Psych.load("--- |\n first\n second\n").inspect}"'
  node --input-type=module -e '
    import { load } from "js-yaml";
    import { parse } from "yaml";
    const text = "--- |\nfirst\nsecond\n";
    console.log(`js-yaml: ${JSON.stringify(load(text))}`);
    console.log(`yaml: ${JSON.stringify(parse(text))}`);'
)
echo "$seen"
expected='libyaml 0.2.5, load: ""
libyaml 0.2.5, load_stream: did not find expected <document start>
libyaml 0.2.5, indented: "first\nsecond\n"
js-yaml: "first\nsecond\n"
yaml: "first\nsecond\n"'
[ "$seen" = "$expected" ] || { printf 'expected:\n%s\n' "$expected"; exit 1; }
