# Scores one unit, names its fields and what cost it most, and shows what an error looks like.
#
# usage: Rscript report.R DATA_FOLDER

library(parindex)

# UTF-8 whatever the locale.
say <- function(...) writeLines(enc2utf8(paste0(...)), useBytes = TRUE)

content <- function(folder, name) {
  path <- file.path(folder, name)
  text <- rawToChar(readBin(path, "raw", file.size(path)))
  Encoding(text) <- "UTF-8"
  text
}

print_score <- function(set, assessment, evaluation) {
  known <- nodes(set)
  of <- function(node) paste(points_of(evaluation, node), "of", points_of(evaluation, node, "maximum"))
  say(unit_name(assessment), ", ", year(assessment))
  say("total ", of(1L))
  say("fields:")
  fields <- which(known$level == 1)
  say("  ", known$code[fields], " ", known$name[fields], ": ", of(fields))
  say("largest deductions:")
  deductions <- subset(ledger(evaluation), is_deduction)
  largest <- head(deductions[exact_order(deductions$amount, decreasing = TRUE), ], 3)
  say("  ", known$code[largest$node], " -", largest$amount, ": ", explain(evaluation, largest$node))
}

print_error <- function(set, marks) {
  say("error:")
  wrong <- sub('"score": "3.61"', '"score": "36.1"', marks, fixed = TRUE)
  tryCatch(read_assessment(set, wrong, "assessment.json"), parindex_error = function(error) {
    with(error$findings, say("  ", code, " ", name, " ", line, ":", column, " ", where, " [", criterion, "]: ", message))
  })
}

report <- function(folder) {
  set <- read_criteria_set(content(folder, "criteria.json"), "criteria.json")
  on.exit(close(set))
  marks <- content(folder, "assessment.json")
  assessment <- read_assessment(set, marks, "assessment.json")
  print_score(set, assessment, evaluate(assessment))
  print_error(set, marks)
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 1) {
  message("usage: Rscript report.R DATA_FOLDER")
  quit(status = 2)
}
report(arguments)
