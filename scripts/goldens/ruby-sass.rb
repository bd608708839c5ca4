# Answers each line, a sheet with its style, syntax and imported files as JSON, with the sheet's CSS, or null where Ruby
# Sass refuses it.
require 'fileutils'
require 'json'
require 'sass'
require 'tmpdir'

def css(request)
  Dir.mktmpdir do |folder|
    (request['files'] || {}).each do |name, text|
      path = File.join(folder, name)
      FileUtils.mkdir_p(File.dirname(path))
      File.write(path, text)
    end
    options = { syntax: (request['syntax'] || 'scss').to_sym, style: request['style'].to_sym, cache: false,
                load_paths: [folder] }
    Sass::Engine.new(request['sheet'], **options).render
  end
rescue Sass::SyntaxError, NoMethodError, TypeError
  nil
end

$stdout.sync = true
$stdin.each_line do |line|
  puts JSON.generate(css(JSON.parse(line)))
end
