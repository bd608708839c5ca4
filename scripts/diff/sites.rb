# frozen_string_literal: true

# Builds sites with real Jekyll for as long as it is asked: one JSON object a line on standard input ({ files, flags }: paths
# and their contents in base64, options of the command line), one on standard output ({ source, files } or { source, error,
# class }). Each site is built by a fork of this process, so that nothing of one reaches the next.

require "jekyll"
require "json"
require "fileutils"
require "tmpdir"

CHANGED = Time.at(1_777_863_721)
ROOT = File.realpath(Dir.mktmpdir("sites"))
SOURCE = File.join(ROOT, "site")
OUT = File.join(ROOT, "out")
at_exit { FileUtils.rm_rf(ROOT) if Process.pid == MAIN }
MAIN = Process.pid

ENV["PAGES_REPO_NWO"] = "owner/name"
Dir.chdir(File.dirname(ENV.fetch("BUNDLE_GEMFILE")))
Jekyll::PluginManager.require_from_bundler
PAGES = defined?(GitHubPages)
# What plugins need, but no plugin: generators of equal priority run in the order in which a site loads them.
%w(rouge csv kramdown kramdown-parser-gfm nokogiri octokit resolv).each { |name| require name }

# Where the order of loading is of no account, what is loaded once is loaded sooner.
ENV.fetch("PRELOAD", "").split(",").each { |name| require name }

# Without a network, and without waiting for it.
class << Resolv::DNS
  def open(*)
    raise Resolv::ResolvError
  end
end

$stdin.set_encoding("UTF-8")
REAL = $stdout.dup
REAL.sync = true

def write(files)
  [SOURCE, OUT].each { |path| FileUtils.rm_rf(path) }
  FileUtils.mkdir_p(SOURCE)
  files.each do |name, content|
    path = File.join(SOURCE, name)
    FileUtils.mkdir_p(File.dirname(path))
    File.binwrite(path, content.unpack1("m"))
    File.utime(CHANGED, CHANGED, path)
  end
end

def read
  Dir.glob("**/*", File::FNM_DOTMATCH, :base => OUT).select { |name| File.file?(File.join(OUT, name)) }.to_h do |name|
    [name, [File.binread(File.join(OUT, name))].pack("m0")]
  end
end

def build(flags)
  options = { "source" => SOURCE, "destination" => OUT, "quiet" => true, **flags }
  options.update("plugins_dir" => "/nowhere", "disable_disk_cache" => true) unless PAGES
  Jekyll::Commands::Build.process(options)
  { "source" => SOURCE, "files" => read }
rescue SystemExit, SystemStackError, ScriptError, StandardError => e
  message = e.respond_to?(:original_message) ? e.original_message : e.message
  message = Jekyll.logger.messages.last.to_s if e.is_a?(SystemExit)
  { "source" => SOURCE, "error" => message.dup.force_encoding("UTF-8").scrub("?"), "class" => e.class.name, "at" => e.backtrace&.first }
end

while (line = $stdin.gets)
  request = JSON.parse(line)
  write(request["files"])
  pid = fork do
    $stdout.reopen(File::NULL)
    $stderr.reopen(File::NULL)
    Jekyll.logger.log_level = :error
    REAL.puts JSON.generate(build(request["flags"] || {}))
    REAL.flush
    exit!(0)
  end
  Process.wait(pid)
  REAL.puts JSON.generate("source" => SOURCE, "error" => "the build crashed", "class" => "Crash") unless $?.success?
end
