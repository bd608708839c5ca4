# Answers each line, a sheet and a style as JSON, with the sheet's CSS, or null where Ruby Sass refuses it.
require 'json'
require 'sass'

$stdin.each_line do |line|
  request = JSON.parse(line)
  options = { syntax: :scss, style: request['style'].to_sym, cache: false, load_paths: [] }
  css = begin
    Sass::Engine.new(request['sheet'], **options).render
  rescue Sass::SyntaxError
    nil
  end
  puts JSON.generate(css)
end
