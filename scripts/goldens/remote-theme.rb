# Builds SITE into OUT with jekyll-remote-theme, whose download is replaced by the files of THEME.
#
#   ruby remote-theme.rb SITE THEME OUT

require "fileutils"

site, theme, out = ARGV.map { |path| File.expand_path(path) }
Dir.chdir(File.dirname(ENV.fetch("BUNDLE_GEMFILE")))
require "jekyll"
Jekyll::PluginManager.require_from_bundler

# Once Jekyll has loaded the plugin by itself: loaded earlier, it would do more.
Jekyll::Hooks.register :site, :after_init do
  Jekyll::RemoteTheme::Downloader.class_eval do
    define_method(:run) { FileUtils.cp_r("#{theme}/.", self.theme.root) }
    public :theme
  end
end

Jekyll.logger.log_level = :error
Jekyll::Commands::Build.process("source" => site, "destination" => out)
