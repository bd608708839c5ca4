# frozen_string_literal: true

# Builds the sites whose folders it is given, one a line, each in a process of its own as `jekyll build` would; answers
# with a JSON object per line: { status, text }.

require "jekyll"
require "json"
require "stringio"
Dir.chdir(File.dirname(ENV["BUNDLE_GEMFILE"])) { Jekyll::PluginManager.require_from_bundler }
$stdout.sync = true
if defined?(Jekyll::GitHubMetadata::Client)
  # It would wait for the network in vain.
  Jekyll::GitHubMetadata::Client.prepend(Module.new { def internet_connected? = false })
end

def build(source)
  Jekyll.logger.log_level = :error
  options = { "source" => source, "destination" => "#{source}/_site", "disable_disk_cache" => true, "serving" => false }
  $stderr = StringIO.new
  Jekyll::Commands::Build.process(options)
  [0, ""]
rescue SystemExit, SystemStackError, StandardError, ScriptError => e
  [1, "#{e.class}: #{e.message}"]
end

while (source = $stdin.gets&.chomp)
  reader, writer = IO.pipe
  child = fork do
    status, text = build(source)
    writer.write JSON.generate("status" => status, "text" => text.dup.force_encoding("UTF-8").scrub)
    writer.close
    exit!(0)
  end
  writer.close
  answer = reader.read
  Process.wait(child)
  puts(answer.empty? ? '{"status":1,"text":"no answer"}' : answer)
end
