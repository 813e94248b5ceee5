# frozen_string_literal: true

# What the report does not need of the classes of examples/ruby: ruby_classes_test.rb SON_LA_FOLDER THIS_FOLDER

require_relative "../../examples/ruby/lib/parindex"

include Parindex

def expect(wanted, found)
  raise "expected #{wanted.inspect}, found #{found.inspect}" unless wanted == found
end

def expect_raised(wanted)
  yield
rescue wanted => e
  e
else
  raise "expected #{wanted}"
end

def read(folder, name)
  File.read(File.join(folder, name), encoding: "UTF-8")
end

def test_batch(set)
  leaf = set.nodes.find { |node| node.code == "4.1" }.index
  cells = Array.new(150, 361).tap { |all| all[77] = 401 }
  scored = Batch.new(set, 2021, [Column.new(node: leaf, cells: cells, scale: 2)]).score
  expect([77], scored.statuses.each_index.reject { |unit| scored.statuses[unit].zero? })
  expect([400, leaf, 0], [scored.statuses[77], scored.nodes[77], scored.totals[77]])
  expect(scored.totals[0], scored.totals[149])
  expect(361, scored.points[149 * set.nodes.size + leaf])
  expect("/77/0", scored.findings[0].where)
  refused = expect_raised(Error) { Batch.new(set, 2021, [Column.new(node: 0, cells: [1])]).score }
  expect("not_a_leaf", refused.findings[0].name)
  expect_raised(ArgumentError) { Batch.new(set, 2021, []) }
end

def test_handles(json)
  set = CriteriaSet.read(json) { |open| open.tap { expect(false, open.closed?) } }
  expect(true, set.closed?)
  set.close
  expect_raised(IOError) { set.nodes }
  expect_raised(NoMethodError) { set.dup }
  expect(204, expect_raised(Error) { CriteriaSet.read("{") }.code)
end

def test_fractions(here)
  set = CriteriaSet.read(read(here, "thirds_criteria.json"))
  assessment = Assessment.read(set, read(here, "thirds_assessment.json"))
  set.close # what was made from it lives on
  points = assessment.evaluate(&:points)
  expect(["2/3", Rational(2, 3)], [points.to_s, points.value])
  expect(true, points < Exact.new("0.667"))
end

son_la, here = ARGV
json = read(son_la, "criteria.json")
CriteriaSet.read(json) { |set| test_batch(set) }
test_handles(json)
test_fractions(here)
