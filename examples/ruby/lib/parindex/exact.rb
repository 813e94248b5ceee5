# frozen_string_literal: true

module Parindex
  # Exact points, written as "15.5", or "11/14" where no decimal ends.
  class Exact
    include Comparable

    # @return [Rational]
    attr_reader :value

    def initialize(text)
      @text = text.freeze
      @value = Rational(text)
      freeze
    end

    def <=>(other)
      value <=> other.value if other.is_a?(Exact)
    end

    def to_s
      @text
    end
    alias inspect to_s
  end
end
