# Builds SITE into OUT with the gem `harbour`, version 1.2.3, whose files are those of THEME.
#
#   ruby gem-theme.rb SITE THEME OUT

site, theme, out = ARGV.map { |path| File.realdirpath(path) }
Dir.chdir(File.dirname(ENV.fetch("BUNDLE_GEMFILE")))
require "jekyll"
Jekyll::PluginManager.require_from_bundler

harbour = Gem::Specification.new("harbour", "1.2.3")
harbour.define_singleton_method(:full_gem_path) { theme }
find = Gem::Specification.method(:find_by_name)
Gem::Specification.define_singleton_method(:find_by_name) do |name, *rest|
  name == "harbour" ? harbour : find.call(name, *rest)
end

Jekyll.logger.log_level = :error
Jekyll::Commands::Build.process("source" => site, "destination" => out, "disable_disk_cache" => true)
