# frozen_string_literal: true

# Builds sites with real Jekyll, each in a process of its own, since a plugin that is loaded once has its hooks for good.
# One JSON object a line on standard input ({ source, destination, config, env }), `true` or { error } on standard output.

require "jekyll"
require "json"
require "kramdown"
require "kramdown-parser-gfm"
require "rouge"
require "nokogiri"
require "octokit"
require "resolv"
require "stringio"

# Without a network, and without waiting for it.
class << Resolv::DNS
  def open(*)
    raise Resolv::ResolvError
  end
end

Dir.chdir File.dirname(ENV.fetch("BUNDLE_GEMFILE"))
Jekyll::PluginManager.require_from_bundler

def build(request)
  ENV.update(request["env"])
  options = { "source" => request["source"], "destination" => request["destination"], "config" => request["config"],
              "disable_disk_cache" => true }
  Jekyll::Commands::Build.process(options)
  true
rescue SystemExit, StandardError, SyntaxError => e
  { "error" => "#{e.class}: #{e.message.lines.first&.strip}" }
end

$stdin.set_encoding("UTF-8")
$stdout.sync = true
while (line = $stdin.gets)
  reader, writer = IO.pipe
  child = fork do
    reader.close
    $stdout = $stderr = StringIO.new
    answer = build(JSON.parse(line))
    writer.write JSON.generate(answer, :script_safe => false)
    writer.close
    exit!
  end
  writer.close
  text = reader.read.dup.force_encoding("UTF-8").scrub
  Process.wait(child)
  puts text.empty? ? '{"error":"the process died"}' : text
end
