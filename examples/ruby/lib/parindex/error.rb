# frozen_string_literal: true

module Parindex
  # One thing that was found in a file or in marks. `code` is a number of parindex.h and `name` its name; lines and columns
  # count from 1, in code points, 0: unknown; `where` is a JSON Pointer.
  Finding = Struct.new(:code, :name, :severity, :line, :column, :criterion, :where, :message, keyword_init: true) do
    def error?
      severity == :error
    end

    def to_s
      line.positive? ? "#{line}:#{column}: #{message}" : message
    end
  end

  # A call that failed, with all that it found.
  class Error < StandardError
    # @return [Array<Finding>]
    attr_reader :findings

    def initialize(findings)
      @findings = findings.freeze
      super(findings.join("\n"))
    end

    def code
      (findings.find(&:error?) || findings.first).code
    end
  end
end
