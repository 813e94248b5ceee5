# frozen_string_literal: true

# How many times a second: the points of a node are asked for, a unit is scored by a call of its own, and with 149 others.
#
# usage: ruby crossings.rb DATA_FOLDER

require_relative "lib/parindex"

UNITS = 150
SECONDS = 0.5

def now
  Process.clock_gettime(Process::CLOCK_MONOTONIC)
end

def calls_per_second
  yield
  start = now
  calls = 0
  while now - start < SECONDS
    yield
    calls += 1
  end
  (calls / (now - start)).round
end

abort "usage: ruby crossings.rb DATA_FOLDER" if ARGV.size != 1
json, marks = %w[criteria.json assessment.json].map { |name| File.read(File.join(ARGV[0], name), encoding: "UTF-8") }
set = Parindex::CriteriaSet.read(json, "criteria.json")
assessment = Parindex::Assessment.read(set, marks, "assessment.json")
evaluation = assessment.evaluate
columns = set.nodes.select { |node| node.kind == :leaf }.map do |leaf|
  Parindex::Column.new(node: leaf.index, cells: Array.new(UNITS) { |unit| (unit + leaf.index) % 101 }, scale: 2)
end
table = Parindex::Batch.new(set, assessment.year, columns)
abort "a unit was not scored" unless table.score.statuses.all?(&:zero?)

puts "points #{calls_per_second { evaluation.points }}"
puts "single #{calls_per_second { assessment.evaluate(&:itself) }}"
puts "batch #{UNITS * calls_per_second { table.score }}"
