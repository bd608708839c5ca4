# frozen_string_literal: true

# Renders templates with real Jekyll's Liquid, for as long as it is asked: one JSON object a line on standard input
# ({ template, data, source, strict_variables, strict_filters, blank }), one on standard output
# ({ text, ascii, warnings } or { error, class }). `source` is the folder of a site whose includes, pages and posts count.
# With `item`, a number, the payload is the one that the site's own document or page of that number is rendered with.
# (liquid-site.rb starts it then: converters, Rouge and plugins are the real ones.)
# { coverage: true } is answered by the lines and branches of the gems that all templates so far have reached.

require "coverage"
Coverage.start(:lines => true, :branches => true) unless Coverage.running?
require "jekyll"
require "json"
require "time"
require "stringio"

Jekyll.logger.log_level = :error
$stdin.set_encoding("UTF-8")
$stdout.sync = true
REAL = $stdout.dup
REAL.sync = true
$stdout = StringIO.new
$stderr = StringIO.new

def decode(value)
  case value
  when Array then value.map { |item| decode(item) }
  when Hash
    kind, content = value.first
    case kind
    when "$hash" then content.to_h { |key, item| [decode(key), decode(item)] }
    when "$float" then content == "NaN" ? Float::NAN : content.end_with?("Infinity") ? (content.start_with?("-") ? -Float::INFINITY : Float::INFINITY) : content.to_f
    when "$date" then Date.parse(content)
    when "$time" then content[2].nil? ? Time.at(content[0], content[1], :nsec).utc : Time.at(content[0], content[1], :nsec).localtime(content[2])
    when "$symbol" then content.to_sym
    when "$integer" then content.to_i
    else raise "unknown kind #{kind}"
    end
  else value
  end
end

def configuration(source)
  options = { "source" => source, "destination" => "/nowhere/_site", "quiet" => true, "disable_disk_cache" => true,
              "url" => "https://example.org", "baseurl" => "/base", "plugins" => [], "plugins_dir" => "/nowhere", "theme" => nil,
              "liquid" => { "error_mode" => "warn" }, "safe" => false }
  config = Jekyll::Configuration.from(options)
  config.respond_to?(:add_default_collections) ? config.add_default_collections : config
end

SITES = {}
def site_of(source)
  SITES[source] ||= begin
    site = Jekyll::Site.new(configuration(source))
    site.reset
    site.read if File.exist?(File.join(source, "_includes", "nothing.html"))
    site
  end
end

RENDERED = {}
# A site with all its pages rendered, and each of them with what a template of its sees.
def rendered(source)
  RENDERED[source] ||= begin
    config = Jekyll.configuration("source" => source, "destination" => File.join(source, "_site"), "serving" => false)
    site = Jekyll::Site.new(config)
    site.reset
    site.read
    site.generate
    site.render
    [site, site.collections.values.flat_map(&:docs) + site.pages]
  end
end

def payload_of(site, item)
  renderer = Jekyll::Renderer.new(site, item, site.site_payload)
  %w(assign_pages! assign_current_document! assign_highlighter_options! assign_layout_data!).each { |name| renderer.send(name) }
  renderer.payload["content"] = item.content
  renderer.payload
end

def reached
  Coverage.peek_result.filter_map do |path, result|
    name = path[%r!/gems/(?:liquid|jekyll)-\d[^/]*/lib/(.*)!, 1]
    next unless name&.match?(%r!liquid/|^jekyll/(?:filters|drops|tags)!)

    source = File.readlines(path)
    missed = result[:lines].each_index.select { |i| result[:lines][i]&.zero? }.map { |i| "#{i + 1}: #{source[i].strip}" }
    branches = result[:branches].flat_map { |_, ways| ways.values }
    { "file" => name, "lines" => result[:lines].compact.size, "missed" => missed, "branches" => branches.size, "taken" => branches.count(&:positive?) }
  end
end

require_relative "liquid-stand-ins" if ARGV.empty?

def core(error)
  # Without the code excerpt that Ruby 3.1 adds.
  return error.original_message if !error.is_a?(Liquid::Error) && error.respond_to?(:original_message)

  error.is_a?(Liquid::Error) ? error.to_s(false) : error.message
end

number = 0
while (line = $stdin.gets)
  request = JSON.parse(line)
  answer =
    begin
      if request["coverage"]
        REAL.puts JSON.generate(reached)
        next
      end
      number += 1
      if request["item"]
        site, items = rendered(request["source"])
        payload = payload_of(site, items[request["item"] % items.size])
      else
        site = site_of(request["source"])
        payload = decode(request["data"])
      end
      site.filter_cache.clear if site.respond_to?(:filter_cache)
      file = site.liquid_renderer.file("template-#{number}.html").parse(request["template"])
      info = { :registers => { :site => site, :page => payload["page"] },
               :strict_variables => request["strict_variables"], :strict_filters => request["strict_filters"] }
      warnings = file.warnings.map { |warning| core(warning) }
      (request["times"] || 1).times.map { file.render!(payload, info) }.then do |texts|
        text = texts.join("\u0001")
        { "text" => text.encode("UTF-8").scrub("?"), "ascii" => texts.last.encoding == Encoding::US_ASCII, "warnings" => warnings }
      end
    rescue SystemStackError, StandardError, SyntaxError => e
      { "error" => core(e).dup.force_encoding("UTF-8").scrub("?"), "class" => e.class.name }
    end
  if (number % 500).zero?
    site&.liquid_renderer&.reset
    site.inclusions.clear if site.respond_to?(:inclusions)
  end
  REAL.puts JSON.generate(answer)
end
