# frozen_string_literal: true

module Parindex
  # A criterion, field or group of a set, or the whole of it. `kind` is :group, :leaf or :remainder; level 0 is the set,
  # 1 a field.
  Node = Struct.new(:index, :code, :name, :kind, :level, keyword_init: true)

  # A criteria set (bộ tiêu chí) that passed every check.
  class CriteriaSet < Handle
    NOUN = "criteria_set"
    KINDS = %i[group leaf remainder].freeze
    TEXT_CODE = 0
    TEXT_NAME = 1
    private_constant :KINDS, :TEXT_CODE, :TEXT_NAME

    # @param file [String] what findings call the text
    # @raise [Error]
    def self.read(json, file = "", &block)
      make(:parindex_criteria_set_read, *Call.text_in(json), *Call.text_in(file), &block)
    end

    # @return [Array<Node>] in the order of the document
    def nodes
      @nodes ||= Array.new(Native.parindex_criteria_set_node_count(pointer)) { |index| node(index) }.freeze
    end

    # @return [Array<Node>]
    def fields
      nodes.select { |node| node.level == 1 }
    end

    private

    def node(index)
      memory = Native::NODE.room
      Call.checked(:parindex_criteria_set_node, pointer, index, memory)
      kind, level = Native::NODE.read(memory)
      code, name = [TEXT_CODE, TEXT_NAME].map { |which| Call.text(:parindex_criteria_set_text, pointer, index, which) }
      Node.new(index: index, code: code, name: name, kind: KINDS.fetch(kind), level: level).freeze
    end
  end
end
