# What the library owns: freed by close(), or by the garbage collector. Findings are what a person should know although the
# call that made it succeeded.

handle_kinds <- c("criteria_set", "assessment", "evaluation")
severities <- c("note", "warning", "error")

made <- function(kind, outcome) {
  findings <- as.data.frame(outcome$findings)
  findings$severity <- factor(findings$severity, levels = 0:2, labels = severities)
  if (is.null(outcome$handle)) {
    stop(structure(class = c("parindex_error", "error", "condition"),
                   list(message = paste(findings$message, collapse = "\n"), call = NULL, findings = findings)))
  }
  structure(list(handle = outcome$handle, findings = findings), class = c(paste0("parindex_", kind), "parindex_handle"))
}

close.parindex_handle <- function(con, ...) invisible(.Call(C_close_handle, con$handle))

print.parindex_handle <- function(x, ...) {
  cat("<", class(x)[1], ">\n", sep = "")
  invisible(x)
}
