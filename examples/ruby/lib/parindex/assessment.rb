# frozen_string_literal: true

module Parindex
  # The marks (kết quả chấm điểm) of one unit for one year.
  class Assessment < Handle
    NOUN = "assessment"
    TEXT_NAME = 1
    private_constant :TEXT_NAME

    # @param file [String] what findings call the text
    # @raise [Error]
    def self.read(set, json, file = "", &block)
      make(:parindex_assessment_read, set.pointer, nil, *Call.text_in(json), *Call.text_in(file), &block)
    end

    def unit_name
      Call.text(:parindex_assessment_unit, pointer, TEXT_NAME)
    end

    def year
      Native.parindex_assessment_year(pointer)
    end

    # @return [Evaluation]
    # @raise [Error]
    def evaluate(&block)
      Evaluation.of(self, &block)
    end
  end
end
