# frozen_string_literal: true

# Reads YAML with the real SafeYAML as Jekyll calls it: an array of JSON requests a line in, an array of answers a line out.
#   {"mode": "text", "text": "a: 1"}          SafeYAML.load
#   {"mode": "page", "text": "---\na: 1\n---\n"}   the front matter of a page, as Document::YAML_FRONT_MATTER_REGEXP cuts it
#   {"mode": "file", "bytes": "YTogMQ=="}      SafeYAML.load_file
#   {"shape": "..."} or {"error": "...", "syntax": true}
# A shape is the value written so that equal values have equal shapes; scripts/diff/yaml-shape.ts writes ours.

require "jekyll"
require "json"
require "tmpdir"

$VERBOSE = nil
Jekyll.logger.log_level = :error

def shape(value, out, seen)
  case value
  when String then out << "'" << value.scrub << "\u0001"
  when nil then out << "n "
  when true then out << "t "
  when false then out << "f "
  when Integer then out << "i" << value.to_s << " "
  when Float then out << "d" << value.to_s << " "
  when Time then out << "T" << value.to_i.to_s << "." << value.nsec.to_s << "+" << value.utc_offset.to_s << " "
  when Date then out << "D" << value.to_s << " "
  when Array, Hash
    # A collection that an alias repeats is the same object.
    known = seen[value]
    return out << "*" << known.to_s << " " if known

    seen[value] = seen.size
    if value.is_a?(Array)
      out << "["
      value.each { |item| shape(item, out, seen) }
      out << "]"
    else
      out << "{"
      value.each do |key, item|
        shape(key, out, seen)
        shape(item, out, seen)
      end
      out << "}"
    end
  else raise "no shape for #{value.class}"
  end
end

FILE = File.join(Dir.mktmpdir("yaml-", File.directory?("/dev/shm") ? "/dev/shm" : Dir.tmpdir), "x.yml")
at_exit { FileUtils.rm_rf(File.dirname(FILE)) }

def load_yaml(request)
  text = request["text"]
  case request["mode"]
  when "page"
    return "no front matter" unless text =~ Jekyll::Document::YAML_FRONT_MATTER_REGEXP

    rest = $'.length
    [SafeYAML.load($1), rest]
  when "file"
    File.binwrite(FILE, request["bytes"].unpack1("m0"))
    [SafeYAML.load_file(FILE), 0]
  else [SafeYAML.load(text), 0]
  end
end

def answer(request)
  value, rest = load_yaml(request)
  return { "shape" => value } if rest.nil?

  { "shape" => shape(value, +"#{rest} ", {}.compare_by_identity) }
rescue Psych::SyntaxError => e
  { "error" => e.message.sub(/\A\(.*?\): /, ""), "syntax" => true }
rescue StandardError => e
  { "error" => e.message.scrub }
end

$stdout.sync = true
while (line = $stdin.gets)
  puts JSON.generate(JSON.parse(line).map { |request| answer(request) })
end
