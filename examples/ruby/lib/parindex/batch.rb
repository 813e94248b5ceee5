# frozen_string_literal: true

module Parindex
  # A column of a table: the scores of a leaf, unit by unit, as integers of which 10**scale make one point.
  Column = Struct.new(:node, :cells, :scale, :round, keyword_init: true) do
    def initialize(round: :appraisal, scale: 0, **rest)
      super
    end
  end

  # The points of many units, as integers of which 10**places make one point; by unit: 0 or the number of its first error,
  # the leaf of that error or -1, its total; and by unit and node the points, unit * number of nodes + node.
  BatchResult = Struct.new(:statuses, :nodes, :totals, :points, :findings, keyword_init: true)

  # A table of units: a row for each, a column for each leaf.
  class Batch
    ROUNDS = { self: 0, appraisal: 1, re_appraisal: 2, survey: 3, authority: 4 }.freeze
    private_constant :ROUNDS

    # @param columns [Array<Column>] of one length
    def initialize(set, year, columns)
      lengths = columns.map { |column| column.cells.size }.uniq
      raise ArgumentError, "columns of different lengths, or none" unless lengths.one?

      @set = set
      @year = year
      @units = lengths.first
      @cells = columns.map { |column| fixed(column.cells.pack("q*")) } # the table below points at them
      @columns = fixed(columns.zip(@cells).map { |column, cells| column_in(column, cells) }.join)
      @column_count = columns.size
    end

    # Scores all units in one call. A bad cell fails its unit alone.
    # @return [BatchResult]
    # @raise [Error] where the table itself is wrong
    def score(places: 2)
      sizes = { statuses: 4, nodes: 4, totals: 8, points: 8 * Native.parindex_criteria_set_node_count(@set.pointer) }
      out = sizes.transform_values { |size| fixed("\0" * (size * @units)) }
      findings = Call.with_findings(:parindex_batch_score, @set.pointer, nil, batch, result(out, places))
      statuses, nodes = out.values_at(:statuses, :nodes).map { |memory| memory[0, memory.size].unpack("l*") }
      totals, points = out.values_at(:totals, :points).map { |memory| memory[0, memory.size].unpack("q*") }
      BatchResult.new(statuses: statuses, nodes: nodes, totals: totals, points: points, findings: findings)
    end

    private

    # Memory that stays where it is, which a String may not.
    def fixed(bytes)
      memory = Fiddle::Pointer.malloc(bytes.bytesize, Fiddle::RUBY_FREE)
      memory[0, bytes.bytesize] = bytes
      memory
    end

    # parindex_column
    def column_in(column, cells)
      [column.node, Native::NONE, ROUNDS.fetch(column.round), column.scale, cells.to_i, 0].pack("l4J2")
    end

    # parindex_batch
    def batch
      sized("lJ3x#{2 * Fiddle::SIZEOF_VOIDP}", @year, @units, @columns.to_i, @column_count)
    end

    # parindex_batch_result
    def result(out, places)
      statuses, nodes, totals, points = out.values_at(:statuses, :nodes, :totals, :points).map(&:to_i)
      sized("l3J7", places, Native::HALF_UP, 0, statuses, nodes, totals, 0, 0, points, 0)
    end

    # A structure that begins with its size.
    def sized(fields, *members)
      rest = members.pack(fields)
      [4 + rest.bytesize].pack("L") + rest
    end
  end
end
