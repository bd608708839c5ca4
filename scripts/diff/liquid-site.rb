# frozen_string_literal: true

# Starts liquid.rb for templates in a real site: with the gems that `jekyll build` loads, and with the drops' keys in the
# order of the second argument (JSON: keys by class). That order hangs on the order in which Ruby has met their names,
# so that only a real build has it.

require "coverage"
Coverage.start(:lines => true, :branches => true)
require "jekyll"
require "json"
Dir.chdir(File.dirname(ENV["BUNDLE_GEMFILE"])) { Jekyll::PluginManager.require_from_bundler }

ORDERS = JSON.parse(ARGV[1])
Jekyll::Drops::Drop.prepend(Module.new do
  def content_methods
    order = ORDERS[self.class.name] || []
    super.sort_by.with_index { |name, i| [order.index(name) || order.size, i] }
  end
end)
require_relative "liquid"
