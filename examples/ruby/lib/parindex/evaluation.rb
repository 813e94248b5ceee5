# frozen_string_literal: true

module Parindex
  # One reason why the points of a node are not the maximum: the index of the node where it arose, and the amount, above
  # zero where points are taken away.
  LedgerEntry = Struct.new(:node, :deduction, :amount, keyword_init: true) do
    alias_method :deduction?, :deduction
  end

  # The points of one unit, and how they came about. Made by Assessment#evaluate.
  class Evaluation < Handle
    NOUN = "evaluation"
    POINTS = { maximum: 0, score: 1, lowest: 2, highest: 3, deduction: 4 }.freeze
    LANGUAGES = { vietnamese: 0, english: 1 }.freeze
    private_constant :POINTS, :LANGUAGES

    # @private
    def self.of(assessment, &block)
      make(:parindex_evaluate, assessment.pointer, nil, &block)
    end

    # @param which [Symbol] :maximum, :score, :lowest, :highest or :deduction
    # @return [Exact]
    def points(node = 0, which = :score)
      Exact.new(Call.text(:parindex_evaluation_points, pointer, node, POINTS.fetch(which)))
    end

    # @return [Array<LedgerEntry>] of a node and all below it, in the order of the document
    def ledger(node = 0)
      Array.new(Native.parindex_evaluation_ledger_count(pointer, node)) { |index| ledger_entry(node, index) }
    end

    # How a node came to its points, in one sentence.
    # @param language [Symbol] :vietnamese or :english
    def explain(node, language = :vietnamese)
      Call.text(:parindex_evaluation_explain, pointer, node, LANGUAGES.fetch(language))
    end

    private

    def ledger_entry(node, index)
      memory = Native::LEDGER_ENTRY.room
      Call.checked(:parindex_evaluation_ledger_entry, pointer, node, index, memory)
      arose, deduction = Native::LEDGER_ENTRY.read(memory)
      amount = Exact.new(Call.text(:parindex_evaluation_ledger_amount, pointer, node, index))
      LedgerEntry.new(node: arose, deduction: deduction == 1, amount: amount).freeze
    end
  end
end
