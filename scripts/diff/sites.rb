# frozen_string_literal: true

# Builds sites with real Jekyll for as long as it is asked. The first line on standard output says where ({ source, gems }:
# the folder that sites are built in, the home of the stack's gems); then one JSON object a line on standard input ({ files,
# flags, env, group }: paths and their contents in base64, options of the command line, environment variables), one on
# standard output ({ files } or { error, class, at }). Each site is built by a fork of this process, so that nothing of one
# reaches the next, but for sites of one group (their plugins and environment are the same) which share a fork, until one of
# them fails: most of a build's time is a fork's first one. As in the reference's own builds, GitHub Pages' address comes from the repository's name, and under Jekyll 4 the
# gems of the Gemfile's :jekyll_plugins group are loaded, in the order in which the Gemfile names them. A path that begins
# with ../gems/ is that of a gem, whose theme a site may name.

require "jekyll"
require "json"
require "digest"
require "fileutils"
require "tmpdir"

CHANGED = Time.at(1_777_863_721)
ROOT = File.realpath(Dir.mktmpdir("sites"))
SOURCE = File.join(ROOT, "site")
OUT = File.join(ROOT, "out")
GEMS = File.join(ROOT, "gems")
SHEETS = File.join(ROOT, "sheets")
at_exit { FileUtils.rm_rf(ROOT) if Process.pid == MAIN }
MAIN = Process.pid

ENV["PAGES_REPO_NWO"] = "owner/name"
Dir.chdir(File.dirname(ENV.fetch("BUNDLE_GEMFILE")))
Jekyll::PluginManager.require_from_bundler
PAGES = defined?(GitHubPages)
# What plugins need, but no plugin: generators of equal priority run in the order in which a site loads them.
%w(rouge csv kramdown kramdown-parser-gfm nokogiri octokit resolv html/pipeline gemoji sass).each do |name|
  require name
rescue LoadError
  raise unless %w(gemoji html/pipeline sass).include?(name)
end

# Where the order of loading is of no account, what is loaded once is loaded sooner.
ENV.fetch("PRELOAD", "").split(",").each { |name| require name }

# Without a network, and without waiting for it.
class << Resolv::DNS
  def open(*)
    raise Resolv::ResolvError
  end
end

class Jekyll::Theme
  prepend(Module.new do
    def gemspec
      own = Dir[File.join(GEMS, "specifications", "#{name}-*.gemspec")].first
      own ? (@gemspec ||= Gem::Specification.load(own)) : super
    end
  end)
end

# A theme's stylesheet takes Ruby Sass a second, and is the same from site to site.
if defined?(Sass)
  class << Sass
    prepend(Module.new do
      def compile(text, options = {})
        return super if text.size < 10 || options[:cache]

        partials = options[:load_paths].map { |folder| sheets_below(folder.to_s) }
        path = File.join(SHEETS, Digest::SHA1.hexdigest([text, options.inspect, partials].inspect))
        return File.read(path, :encoding => "UTF-8") if File.file?(path)

        GC.enable
        super.tap { |css| File.write(path, css) }
      end

      def sheets_below(folder)
        Dir.glob("**/*.{scss,sass,css}", :base => folder).sort.map { |name| [name, File.read(File.join(folder, name))] }
      end
    end)
  end
end

$stdin.set_encoding("UTF-8")
REAL = $stdout.dup
REAL.sync = true

def write(files)
  [SOURCE, OUT, GEMS].each { |path| FileUtils.rm_rf(path) }
  FileUtils.mkdir_p([SOURCE, SHEETS])
  files.each do |name, content|
    path = File.expand_path("./#{name}", SOURCE)
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

def configuration
  data = SafeYAML.load(File.read(File.join(SOURCE, "_config.yml"), :encoding => "bom|utf-8"))
  data.is_a?(Hash) ? data : {}
rescue SystemCallError, Psych::Exception
  {}
end

# What the service knows of a site, and jekyll-github-metadata can't ask it without a network.
def overlay
  owner, name = ENV.fetch("PAGES_REPO_NWO").split("/")
  cname = File.join(SOURCE, "CNAME")
  domain = File.read(cname).split.first if File.file?(cname)
  is_home = %w[io com].any? { |top| "#{owner}.github.#{top}".casecmp?(name) }
  url = "https://#{domain || "#{owner.downcase}.github.io"}"
  baseurl = domain || is_home ? "" : "/#{name}"
  asked = configuration
  own = {}
  own["url"] = url if asked["url"].nil?
  own["baseurl"] = baseurl if [nil, "/"].include?(asked["baseurl"])
  own["github"] = { "url" => url + baseurl, "baseurl" => baseurl } if asked["github"].nil? || asked["github"].is_a?(Hash)
  own
end

# The gems of the :jekyll_plugins group.
def bundled
  path = File.join(SOURCE, "Gemfile")
  text = File.file?(path) ? File.read(path).gsub(/(^|\s)#.*$/, "") : ""
  inside = text.scan(/^\s*group\b[^\n]*:jekyll_plugins[^\n]*\bdo\b(.*?)^\s*end/m).flatten.join("\n")
  inside.scan(/gem\s*\(?\s*["']([\w-]+)["']/).flatten.uniq
end

def build(flags)
  options = { "source" => SOURCE, "destination" => OUT, "quiet" => true, **flags }
  if PAGES
    path = File.join(ROOT, "overlay.yml")
    File.write(path, overlay.to_yaml)
    options["config"] = [File.join(SOURCE, "_config.yml"), path].select { |file| File.file?(file) }
  else
    bundled.each { |name| require name }
    options.update("plugins_dir" => "/nowhere", "disable_disk_cache" => true)
  end
  Jekyll::Commands::Build.process(options)
  { "files" => read }
rescue SystemExit, SystemStackError, ScriptError, StandardError => e
  message = e.respond_to?(:original_message) ? e.original_message : e.message
  message = Jekyll.logger.messages.last.to_s if e.is_a?(SystemExit)
  { "error" => message.dup.force_encoding("UTF-8").scrub("?"), "class" => e.class.name, "at" => e.backtrace&.first }
end

SURROUNDINGS = ENV.to_h

# A fork that builds sites for as long as it is asked.
class Worker
  attr_reader :group

  def initialize(group)
    @group = group
    requests, @requests = IO.pipe
    @answers, answers = IO.pipe
    @pid = fork { serve(requests, answers) }
    [requests, answers].each(&:close)
  end

  def ask(request)
    @requests.puts JSON.generate(request)
    @answers.gets || JSON.generate("error" => "the build crashed", "class" => "Crash")
  end

  def end
    [@requests, @answers].each(&:close)
    Process.wait(@pid)
  end

  private

  def serve(requests, answers)
    [@requests, @answers].each(&:close)
    $stdout.reopen(File::NULL)
    $stderr.reopen(File::NULL)
    Jekyll.logger.log_level = :error
    GC.disable # a site is small, and a page of memory that is collected is copied first
    while (line = requests.gets)
      flags, env = JSON.parse(line)
      ENV.replace(SURROUNDINGS.merge(env))
      answers.puts JSON.generate(build(flags))
      answers.flush
    end
    exit!(0)
  end
end

FileUtils.mkdir_p(SOURCE)
REAL.puts JSON.generate("source" => SOURCE, "gems" => Gem.dir)
GC.start
worker = nil
while (line = $stdin.gets)
  request = JSON.parse(line)
  write(request["files"])
  if worker && (worker.group != request["group"] || worker.group.nil?)
    worker.end
    worker = nil
  end
  worker ||= Worker.new(request["group"])
  answer = worker.ask([request["flags"] || {}, request["env"] || {}])
  REAL.puts answer
  next if answer.start_with?('{"files"')

  worker.end
  worker = nil
end
worker&.end
