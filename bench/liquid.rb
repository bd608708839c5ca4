# frozen_string_literal: true

# Renders a chain of templates with real Jekyll's Liquid for bench/liquid.ts: one JSON object a line on standard input
# ({ source, name, chain, data } prepares, { times, batches } renders so often), one on standard output ({ text }, or { ms } per rendering in the best
# batch).

require "jekyll"
require "json"

Jekyll.logger.log_level = :error
$stdin.set_encoding("UTF-8")
out = $stdout.dup
out.sync = true
$stdout = StringIO.new

site = chain = data = nil
render = lambda do
  payload = data.dup
  chain.reduce(nil) do |content, template|
    payload["content"] = content
    template.render!(payload, :registers => { :site => site, :page => payload["page"] })
  end
end

while (line = $stdin.gets)
  request = JSON.parse(line)
  if request["chain"]
    config = { "source" => request["source"], "quiet" => true, "disable_disk_cache" => true, "plugins" => [] }
    site = Jekyll::Site.new(Jekyll::Configuration.from(config))
    chain = request["chain"].each_with_index.map { |text, i| site.liquid_renderer.file("#{request["name"]}-#{i}").parse(text) }
    data = request["data"]
    out.puts JSON.generate("text" => render.call)
  else
    from = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
    best = Float::INFINITY
    request["batches"].times do |batch|
      start = Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID)
      break if batch >= 2 && start - from > request["most"]

      request["times"].times { render.call }
      best = [best, Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) - start].min
    end
    out.puts JSON.generate("ms" => best * 1000 / request["times"])
  end
end
