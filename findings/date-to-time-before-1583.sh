#!/usr/bin/env bash
# date from 3.3.0 on (RubyGems; seen up to 3.6.0): DateTime#to_time of a day before the Gregorian calendar gives another day of the month
# than date 3.2.2, the version that Ruby 3.1 brings along. `1500-01-01T00:00:00Z` was 1500-01-01 and is 1500-01-10: the
# Julian day is converted to the proleptic Gregorian calendar now. DateTime#to_s is the same in all of them.
#
# Who meets it: SafeYAML 1.0.5 reads a timestamp in YAML by DateTime.parse(...).to_time, so `date: 1500-01-01 00:00:00 +0000`
# in the front matter of a Jekyll site prints another day as soon as Bundler finds a newer date than Ruby's own.
#
# Seen with Ruby 3.1.2. Needs Ruby with its headers, a C compiler, and RubyGems.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GEM_HOME="$folder" GEM_PATH="$folder"

status=0
check() { # VERSION EXPECTED
  gem install --no-document --quiet date --version "$1" >/dev/null
  seen=$(VERSION=$1 ruby -e '
    gem "date", ENV.fetch("VERSION")
    require "date"
    abort "date #{Date::VERSION} was loaded" unless Date::VERSION == ENV.fetch("VERSION")
    time = DateTime.parse("1500-01-01T00:00:00Z")
    puts "#{time.iso8601} is #{time.to_time.utc.strftime("%Y-%m-%d")}"')
  printf 'date %s: %s\n' "$1" "$seen"
  [ "$seen" = "1500-01-01T00:00:00+00:00 is $2" ] || { echo "  expected $2"; status=1; }
}
check 3.2.2 1500-01-01
check 3.3.0 1500-01-10
check 3.6.0 1500-01-10
exit $status
