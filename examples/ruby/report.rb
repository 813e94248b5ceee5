# frozen_string_literal: true

# Scores one unit, names its fields and what cost it most, and shows what an error looks like.
#
# usage: ruby report.rb DATA_FOLDER

require_relative "lib/parindex"

def print_score(set, assessment, evaluation)
  puts "#{assessment.unit_name}, #{assessment.year}"
  puts "total #{evaluation.points} of #{evaluation.points(0, :maximum)}"
  puts "fields:"
  set.fields.each do |field|
    score, maximum = %i[score maximum].map { |which| evaluation.points(field.index, which) }
    puts "  #{field.code} #{field.name}: #{score} of #{maximum}"
  end
  puts "largest deductions:"
  deductions = evaluation.ledger.select(&:deduction?)
  # max_by and sort_by do not keep the order of ties.
  largest = deductions.each_with_index.sort_by { |entry, index| [-entry.amount.value, index] }.first(3)
  largest.each do |entry, _|
    puts "  #{set.nodes[entry.node].code} -#{entry.amount}: #{evaluation.explain(entry.node)}"
  end
end

def print_error(set, marks)
  puts "error:"
  Parindex::Assessment.read(set, marks.sub('"score": "3.61"', '"score": "36.1"'), "assessment.json")
rescue Parindex::Error => e
  e.findings.each do |each|
    puts "  #{each.code} #{each.name} #{each.line}:#{each.column} #{each.where} [#{each.criterion}]: #{each.message}"
  end
end

abort "usage: ruby report.rb DATA_FOLDER" if ARGV.size != 1
$stdout.binmode
begin
  json, marks = %w[criteria.json assessment.json].map { |name| File.read(File.join(ARGV[0], name), encoding: "UTF-8") }
  Parindex::CriteriaSet.read(json, "criteria.json") do |set|
    Parindex::Assessment.read(set, marks, "assessment.json") do |assessment|
      assessment.evaluate { |evaluation| print_score(set, assessment, evaluation) }
    end
    print_error(set, marks)
  end
rescue SystemCallError, Parindex::Error => e
  abort "error: #{e.message}"
end
