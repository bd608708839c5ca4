# frozen_string_literal: true

# Renders templates with jekyll-octicons, a JSON object a line on standard input ({ template, page }), one on standard output
# ({ text } or { error }). The gem isn't in the reference's stacks: OCTICONS_GEMS is where it is installed.

Dir[File.join(ENV.fetch("OCTICONS_GEMS"), "gems", "*", "lib")].each { |folder| $LOAD_PATH.unshift(folder) }

require "jekyll"
require "jekyll-octicons"

$stdout.sync = true
while (line = $stdin.gets)
  request = JSON.parse(line)
  begin
    text = Liquid::Template.parse(request["template"]).render!({ "page" => request["page"] })
    puts JSON.generate("text" => text)
  rescue StandardError => e
    puts JSON.generate("error" => e.message.lines.first.chomp)
  end
end
