# frozen_string_literal: true

# Builds sites with real Jekyll, a JSON object per line ({ files: paths and contents, outputs: paths }), and answers of each
#
#   warnings  topic and message as Jekyll's logger gets them, with the lines that belong to a message joined to it
#   outputs   the contents of the requested outputs, null for one that is not written
#   stops     what stopped the build, or null
#
# A fork builds each site, so that nothing of one reaches the next.

require "jekyll"
require "json"
require "fileutils"
require "tmpdir"

MAIN = Process.pid
ROOT = File.realpath(Dir.mktmpdir("warnings"))
SOURCE = File.join(ROOT, "site")
at_exit { FileUtils.rm_rf(ROOT) if Process.pid == MAIN }

ENV["PAGES_REPO_NWO"] = "owner/name"
Dir.chdir(File.dirname(ENV.fetch("BUNDLE_GEMFILE")))
Jekyll::PluginManager.require_from_bundler
PAGES = defined?(GitHubPages)

WARNINGS = []

# Keeps what is warned of.
module Kept
  def warn(topic, message = nil, &block)
    if topic.to_s.empty? && !WARNINGS.empty?
      WARNINGS.last << " " << message.to_s
    else
      WARNINGS << [topic, message].compact.join(" ")
    end
    super
  end

  def error(topic, message = nil, &block)
    warn(topic, message)
  end
end
Jekyll::LogAdapter.prepend(Kept)

def build(files)
  FileUtils.rm_rf(SOURCE)
  files.each do |name, content|
    path = File.join(SOURCE, name)
    FileUtils.mkdir_p(File.dirname(path))
    File.write(path, content)
  end
  options = { "source" => SOURCE, "destination" => File.join(ROOT, "out"), "quiet" => true }
  options.update("plugins_dir" => "/nowhere", "disable_disk_cache" => true) unless PAGES
  Jekyll::Commands::Build.process(options)
  nil
rescue SystemExit, StandardError => e
  # Without the lines of code that Ruby adds.
  "#{e.class}: #{e.respond_to?(:original_message) ? e.original_message : e.message}"
end

def outputs(paths)
  paths.to_h do |path|
    file = File.join(ROOT, "out", path)
    [path, File.file?(file) ? File.read(file, :encoding => "UTF-8") : nil]
  end
end

# Paths as the author has them. What GitHub's API didn't answer is the network's, not the site's.
def shown(warnings)
  warnings.grep_v(/^GitHub Metadata:/).map do |text|
    text.gsub(/\e\[[\d;]*m/, "").gsub("#{SOURCE}/", "").gsub("#{ROOT}/out/", "out/").gsub(/\s+/, " ").strip
  end
end

real = $stdout.dup
real.sync = true
while (line = $stdin.gets)
  request = JSON.parse(line)
  pid = fork do
    $stdout.reopen(File::NULL)
    $stderr.reopen(File::NULL)
    FileUtils.rm_rf(File.join(ROOT, "out"))
    stops = build(request["files"])
    answer = { "warnings" => shown([*WARNINGS, *stops]), "stops" => stops && shown([stops]).first,
               "outputs" => outputs(request["outputs"] || []) }
    real.puts JSON.generate(answer)
    real.flush
    exit!(0)
  end
  Process.wait(pid)
end
