# frozen_string_literal: true

# Stand-ins for what isn't Liquid's: plugins' tags say their name, converters what they were given.
class Named < Liquid::Tag
  def render(_context)
    "[#{@tag_name} #{@markup.strip}]"
  end
end
%w(seo feed_meta avatar gist octicon github_edit_link include_cached bibliography cite asset_path).each do |name|
  Liquid::Template.register_tag(name, Named)
end

module StandIns
  def markdownify(input)
    like(input, "<md ascii=#{input.to_s.encoding == Encoding::US_ASCII}>#{input}</md>")
  end

  def smartify(input)
    like(input, "<smart>#{input}</smart>")
  end

  # kramdown's output has the encoding of its input.
  def like(input, text)
    text.dup.force_encoding(input.to_s.encoding)
  end
  private :like

  def sassify(input)
    "/* sass */#{input}"
  end

  def scssify(input)
    "/* scss */#{input}"
  end
end
Liquid::Template.register_filter(StandIns)

# A stand-in for Rouge, too: the code, and what the tag asked for.
class Jekyll::Tags::HighlightBlock
  def render_rouge(code)
    options = @highlight_options.map { |key, value| "#{key}=#{Array(value).join(",")};" }.join
    "#{options}#{code.gsub("&", "&amp;").gsub("<", "&lt;").gsub(">", "&gt;")}"
  end
end
