# frozen_string_literal: true

# parindex for Ruby: exact scores of administrative reform, explained point by point.
#
#   Parindex::CriteriaSet.read(json, "criteria.json") do |set|
#     Parindex::Assessment.read(set, marks, "assessment.json") do |assessment|
#       puts assessment.evaluate.points # 94.52
#     end
#   end
#
# What is read is freed at the end of its block, by close, or by the garbage collector, in any order: the library keeps
# what others were made from. Nothing here changes once it is made, so that threads may share it. The library is
# libparindex.so.1 as the loader finds it (parindex.dll on Windows).
module Parindex
end

require_relative "parindex/exact"
require_relative "parindex/native"
require_relative "parindex/error"
require_relative "parindex/call"
require_relative "parindex/handle"
require_relative "parindex/criteria_set"
require_relative "parindex/assessment"
require_relative "parindex/evaluation"
require_relative "parindex/batch"
