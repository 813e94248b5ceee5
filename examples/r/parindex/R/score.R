# Points are texts, "15.5" or "11/14": R has no exact decimals. Nodes are the rows of nodes().

point_words <- c(maximum = 0L, score = 1L, lowest = 2L, highest = 3L, deduction = 4L)
languages <- c(vietnamese = 0L, english = 1L)
kinds <- c("group", "leaf", "remainder")

# A criteria set from JSON, a string or raw bytes; `file` is what findings call it. What is wrong with it is a condition of
# class parindex_error with all findings.
read_criteria_set <- function(json, file = "") made("criteria_set", .Call(C_read_criteria_set, json, file))

# The marks of one unit.
read_assessment <- function(set, json, file = "") made("assessment", .Call(C_read_assessment, set$handle, json, file))

evaluate <- function(assessment) made("evaluation", .Call(C_evaluate, assessment$handle))

# code, name, kind and level (0 the set, 1 a field) of every node, in the order of the document.
nodes <- function(set) {
  known <- as.data.frame(.Call(C_nodes, set$handle))
  known$kind <- factor(known$kind, levels = 0:2, labels = kinds)
  known
}

unit_name <- function(assessment) .Call(C_unit_name, assessment$handle)

year <- function(assessment) .Call(C_year, assessment$handle)

points_of <- function(evaluation, node = 1L, which = names(point_words)[2]) {
  which <- match.arg(which, names(point_words))
  .Call(C_points, evaluation$handle, as.integer(node), point_words[[which]])
}

# Why a node and all below it do not have the maximum: node, is_deduction, amount.
ledger <- function(evaluation, node = 1L) as.data.frame(.Call(C_ledger, evaluation$handle, as.integer(node)))

# How nodes came to their points, a sentence each.
explain <- function(evaluation, node, language = names(languages)) {
  language <- match.arg(language)
  .Call(C_explain, evaluation$handle, as.integer(node), languages[[language]])
}

# order() of points, exact to 15 decimals. Ties keep their order.
exact_order <- function(amounts, decreasing = FALSE) {
  halves <- .Call(C_halves, as.character(amounts))
  order(halves$high, halves$low, decreasing = decreasing, method = "radix")
}
