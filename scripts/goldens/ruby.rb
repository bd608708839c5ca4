# Answers questions about Ruby's values, SafeYAML and Jekyll's utilities: a line of JSON in, a line of JSON out.
# scripts/goldens/ruby.ts asks; a question names one of ANSWERS and gives its arguments.

require "jekyll"
require "json"
require "time"
require "date"
require "cgi"
require "safe_yaml/load"
require "bundler"
require "csv"
require "kramdown"
require "i18n"
require "zlib"

$stdout.sync = true
[$stdin, $stdout].each { |stream| stream.set_encoding("UTF-8") }

# A value with its type, as test/ruby/typed.ts writes ours.
def typed(value, outer = [])
  return { "cycle" => true } if outer.any? { |other| other.equal?(value) }

  case value
  when nil, true, false, String then value
  when Integer then { "integer" => value.to_s }
  when Float then { "float" => value.to_s }
  when Date then { "date" => value.to_s }
  when Time
    { "time" => value.to_i.to_s, "nanoseconds" => value.nsec, "offset" => value.utc_offset, "zone" => value.zone,
      "utc" => value.utc? }
  when Array then value.map { |item| typed(item, outer + [value]) }
  when Hash then { "hash" => value.map { |pair| pair.map { |item| typed(item, outer + [value]) } } }
  else raise "no typed form for #{value.class}"
  end
end

def in_zone(name)
  before = ENV["TZ"]
  ENV["TZ"] = name
  yield
ensure
  ENV["TZ"] = before
end

def yaml(text)
  SafeYAML.load(text)
end

Registers = Struct.new(:registers)
Site = Struct.new(:config) do
  def filter_cache
    @filter_cache ||= {}
  end
end

class UrlFilters
  include Jekyll::Filters

  def initialize(url, baseurl)
    @context = Registers.new({ :site => Site.new({ "url" => url, "baseurl" => baseurl }) })
  end
end

def shown_time(seconds, nanoseconds, offset)
  time = Time.at(seconds, nanoseconds, :nsec)
  offset.nil? ? time.utc : time.getlocal(offset)
end

# Where Bundler gets a gem from, as ours says it.
def origin(source)
  case source
  when Bundler::Source::Git then { "git" => source.uri, "ref" => source.ref || source.branch || "HEAD" }
  when Bundler::Source::Path then { "path" => source.path.to_s }
  when Bundler::Source::Rubygems then { "sources" => source.remotes.map(&:to_s).sort }
  end
end

def gemfile(text)
  dsl = Bundler::Dsl.new
  dsl.instance_eval(text)
  global = dsl.instance_variable_get(:@sources).global_rubygems_source.remotes.map(&:to_s)
  gems = dsl.dependencies.map do |gem|
    [gem.name, gem.requirement.as_list.sort, gem.groups.map(&:to_s).sort, gem.source && origin(gem.source)]
  end
  [global, gems]
end

def gemfile_lock(text)
  specs = Bundler::LockfileParser.new(text).specs
  specs.map { |spec| [spec.name, spec.version.to_s, origin(spec.source), spec.source.options["revision"]] }.uniq.sort_by(&:first)
end

# The placeholders of a document, as Jekyll::URL asks them.
class Placeholders < Jekyll::Drops::UrlDrop
  def initialize(values)
    @values = values
  end

  def key?(name)
    @values.key?(name)
  end

  def [](name)
    @values[name]
  end
end

def gemspec(spec)
  metadata = spec.metadata.to_a
  [spec.authors, spec.description || spec.summary, metadata, spec.runtime_dependencies.map(&:to_s)]
end

ANSWERS = {
  "float" => ->(text) { [Float(text).to_s, JSON.generate(Float(text))] },
  "to_i" => ->(text) { [typed(text.to_i), typed(text.to_f)] },
  "case" => ->(text) { [text.capitalize, text.upcase, text.downcase] },
  "strip" => ->(text) { [text.strip, text.lstrip, text.rstrip, text.chomp, text.squeeze, text.length] },
  "split" => ->(text, separator, limit) { text.split(separator, limit) },
  "slice" => ->(text, start, length) { text[start, length] },
  "inspect_string" => ->(text) { text.inspect },
  "printed" => ->(text) { value = yaml(text); [value.to_s, value.inspect, value.to_json] },
  "compare" => ->(a, b) { [yaml(a) == yaml(b), yaml(a) <=> yaml(b)] },
  "merge" => ->(a, b) { typed(Jekyll::Utils.deep_merge_hashes(yaml(a), yaml(b))) },
  "strftime" => ->(seconds, nanoseconds, offset, format) { shown_time(seconds, nanoseconds, offset).strftime(format) },
  "date_strftime" => ->(year, month, day, format) { Date.new(year, month, day).strftime(format) },
  "time_texts" => lambda { |seconds, nanoseconds, offset|
    time = shown_time(seconds, nanoseconds, offset)
    [time.to_s, time.inspect, time.xmlschema, time.rfc822]
  },
  "time_parse" => ->(text, zone) { in_zone(zone) { typed(Time.parse(text)) } },
  "time_at" => ->(seconds, zone) { in_zone(zone) { time = Time.at(seconds); [time.utc_offset, time.zone] } },
  "time_local" => ->(zone, *fields) { in_zone(zone) { Time.local(*fields).to_i } },
  "yaml" => ->(text) { typed(yaml(text)) },
  "slugify" => ->(text, mode, cased) { Jekyll::Utils.slugify(text.dup, :mode => mode, :cased => cased) },
  "urls" => lambda { |input, url, baseurl|
    filters = UrlFilters.new(url, baseurl)
    [filters.relative_url(input), filters.absolute_url(input)]
  },
  "paths" => lambda { |text|
    [Jekyll::URL.escape_path(text), Jekyll::URL.unescape_path(text), Addressable::URI.normalize_component(text)]
  },
  "escape" => ->(text) { [CGI.escapeHTML(text), text.encode(:xml => :attr)[1..-2]] },
  "gem_versions" => lambda { |a, b|
    versions = [a, b].map { |text| Gem::Version.new(text) }
    [versions[0] <=> versions[1], *versions.map(&:prerelease?)]
  },
  "gem_fits" => ->(version, *wanted) { Gem::Requirement.new(*wanted).satisfied_by?(Gem::Version.new(version)) },
  "gemfile" => ->(text) { gemfile(text) },
  "gemfile_lock" => ->(text) { gemfile_lock(text) },
  "gemspec" => ->(text) { gemspec(eval(text)) }, # rubocop:disable Security/Eval
  "gem_metadata" => ->(text) { gemspec(Gem::Specification.from_yaml(text)) },
  "csv" => ->(text, separator) { CSV.parse(text, :col_sep => separator) },
  "transliterate" => ->(text) { I18n.transliterate(text) },
  "encoding" => ->(name) { Encoding.name_list.any? { |known| known.casecmp?(name) } },
  "entity" => lambda { |point_or_name|
    entity = Kramdown::Utils::Entities.entity(point_or_name)
    [entity.code_point, entity.name]
  },
  "character" => ->(number) { [number].pack("U").bytes },
  "crc32" => ->(text) { Zlib.crc32(text) },
  "sort" => ->(names) { names.sort },
  "file_name" => ->(path) { [File.dirname(path), File.basename(path), File.extname(path)] },
  "join" => ->(*parts) { File.join(*parts) },
  "expand_path" => ->(path, base) { File.expand_path(path, base) },
  "sanitized_path" => ->(base, path) { Jekyll.sanitized_path(base, path) },
  "front_matter" => ->(text) { text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP ? [Regexp.last_match(1), Regexp.last_match.post_match] : nil },
  "page_url" => ->(template, values) { Jekyll::URL.new(:template => template, :placeholders => values).to_s },
  "document_url" => lambda { |template, values|
    Jekyll::URL.new(:template => template, :placeholders => Placeholders.new(values)).to_s
  },
  "permalink_suffix" => ->(template, style) { Jekyll::Utils.add_permalink_suffix(template, style.to_sym) },
  "fnmatch" => ->(pattern, path) { File.fnmatch?(pattern, path) },
}.freeze

Jekyll.logger.log_level = :error

$stdin.each_line do |line|
  name, arguments = JSON.parse(line)
  answer = begin
    { "is" => ANSWERS.fetch(name).call(*arguments) }
  rescue StandardError => e
    # Without the lines of code that Ruby adds.
    message = e.respond_to?(:original_message) ? e.original_message : e.message
    { "error" => message.sub("(<unknown>): ", "") }
  end
  puts JSON.generate(answer)
end
