# Draws random samples and writes them to a file, with what R's package survey says of each: estimates, standard errors,
# design effects, degrees of freedom, intervals. precision_runner.cpp reads the file and must agree.
#
# usage: Rscript designs.R FILE DESIGNS SEED
suppressMessages(library(survey))
arguments <- commandArgs(TRUE)
out <- file(arguments[1], "w")
designs <- as.integer(arguments[2])
set.seed(as.integer(arguments[3]))
options(warn = 1)

say <- function(...) cat(..., "\n", file = out)
number <- function(x) sprintf("%.17g", as.numeric(x))
expect <- function(what, value) if (length(value) == 1 && is.finite(value)) say("expect", what, number(value))
# Whether an error is more than what rounding leaves of 0.
clear <- function(of) as.numeric(SE(of)) > 1e-12
one_of <- function(...) { choices <- c(...); choices[sample.int(length(choices), 1)] }

# Persons: columns stratum, cluster, w, N, and y1 x1 y2 x2 ...; x is 0 where nothing was answered.
draw <- function(kind, questions, respondents, lonely) {
  strata <- sample.int(6, 1)
  persons <- NULL
  whole_weights <- respondents || runif(1) < .3
  for (h in seq_len(strata)) {
    clusters <- if (lonely && runif(1) < .4) 1 else 1 + sample.int(7, 1)
    population <- clusters + one_of(0, 1, 3, 20, 200)
    weight <- if (respondents) sample.int(9, 1) + 1 else exp(rnorm(1, 3))
    for (j in seq_len(clusters)) {
      size <- if (respondents) 1 else sample.int(6, 1)
      mood <- rbeta(1, 4, 1.5)
      for (i in seq_len(size)) {
        row <- c(h, 1000 * h + j, if (whole_weights) weight else weight * exp(rnorm(1, 0, .4)), population)
        for (k in seq_len(questions)) {
          x <- if (kind == "ratio") rbinom(1, 10, .8) else as.integer(runif(1) > .1)
          y <- if (kind == "graded") x * sample.int(5, 1) else rbinom(1, x, mood)
          row <- c(row, y, x)
        }
        persons <- rbind(persons, row)
      }
    }
  }
  persons <- as.data.frame(persons, row.names = FALSE)
  names(persons) <- c("stratum", "cluster", "w", "N", paste0(c("y", "x"), rep(seq_len(questions), each = 2)))
  persons
}

intervals <- function(design, level) {
  df <- degf(design)
  m <- svymean(~y1, design)
  p <- as.numeric(coef(m))
  v <- as.numeric(vcov(m))
  if (df < 1) return()
  say("level", level)
  pair <- function(method, ends) {
    # svyciprop's logit takes quantiles of t through the tail of the normal distribution, and beyond 8 has none: xlogit
    # is the same interval without that.
    if (any(!is.finite(ends))) return()
    expect(paste0(method, ".lower"), ends[1])
    expect(paste0(method, ".upper"), ends[2])
  }
  pair("mean", confint(m, level = level, df = df))
  if (p <= 0 || p >= 1 || v <= 0 || any(!(design$variables$y1 %in% 0:1))) return()
  for (method in c("xlogit", "logit", "beta")) {
    pair(method, attr(suppressWarnings(svyciprop(~y1, design, method = method, level = level, df = df)), "ci"))
  }
  # 4.1.1 has no wilson: where the difference is as large as its error would be there.
  square <- qt((1 - level) / 2, df)^2 * v / (p * (1 - p))
  roots <- Re(polyroot(c(p^2, -2 * p - square, 1 + square)))
  pair("wilson", sort(roots))
}

ask <- function(persons, design, questions, coefficients, policy) {
  answered <- rowSums(persons[paste0("x", seq_len(questions))]) > 0
  X <- sapply(seq_len(questions), function(k) sum(persons$w * persons[[paste0("x", k)]]))
  Y <- sapply(seq_len(questions), function(k) sum(persons$w * persons[[paste0("y", k)]]))
  some <- subset(design, answered)
  expect("value", sum(coefficients * Y / X))
  expect("freedom", degf(some))
  expect("persons", nrow(some))
  # Where every stratum has one cluster, R finds the mean of none.
  if (is.na(SE(svytotal(~x1, some)))) stop("every stratum has only one PSU")
  enough <- sum(persons$w[answered]) > nrow(some)
  if (questions == 1) {
    all_one <- all(persons$x1[answered] == 1)
    estimate <- if (all_one) svymean(~y1, some) else svyratio(~y1, ~x1, some)
    expect("error", SE(estimate))
    if (clear(estimate) && nrow(some) > 1) {
      effect <- function(kind) as.numeric(if (all_one) deff(svymean(~y1, some, deff = kind)) else
        attr(svyratio(~y1, ~x1, some, deff = kind), "deff"))
      if (enough) expect("effect", effect(TRUE))
      expect("effect.replace", effect("replace"))
    }
    if (policy != "adjust") {  # 4.1.1 takes the distance of totals from 0 there
      total <- svytotal(~y1, some)
      expect("total", coef(total))
      expect("total.error", SE(total))
      if (nrow(some) > 1 && clear(total) && length(unique(persons$y1[answered])) > 1) {
        if (enough) expect("total.effect", deff(svytotal(~y1, some, deff = TRUE)))
        expect("total.effect.replace", deff(svytotal(~y1, some, deff = "replace")))
      }
    }
    if (all_one) intervals(some, one_of(.9, .95, .99))
  } else {
    r <- 0
    for (k in seq_len(questions)) {
      r <- r + coefficients[k] * (persons[[paste0("y", k)]] - Y[k] / X[k] * persons[[paste0("x", k)]]) / X[k]
    }
    some <- subset(update(design, r = r), answered)
    total <- svytotal(~r, some)
    expect("error", SE(total))
    if (clear(total) && nrow(some) > 1) {
      if (enough) expect("effect", deff(svytotal(~r, some, deff = TRUE)))
      expect("effect.replace", deff(svytotal(~r, some, deff = "replace")))
    }
  }
}

say("survey", as.character(packageVersion("survey")))
made <- 0
while (made < designs) {
  kind <- one_of("binary", "binary", "graded", "ratio")
  questions <- one_of(1, 1, 3)
  respondents <- runif(1) < .3
  policy <- one_of("fail", "fail", "remove", "certainty", "adjust", "average")
  persons <- draw(kind, questions, respondents, lonely = policy != "fail" || runif(1) < .1)
  finite <- runif(1) < .5 && max(persons$N) > 1
  X <- sapply(seq_len(questions), function(k) sum(persons[[paste0("x", k)]]))
  if (length(unique(persons$cluster)) < 2 || any(X == 0)) next
  coefficients <- if (questions == 1) 1 else one_of(1, 2) * c(.5, .25, .125)
  options(survey.lonely.psu = policy)
  design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~w, fpc = if (finite) ~N else NULL, data = persons)
  say("design", made, policy, questions, if (respondents) "respondents" else "clusters")
  say("coefficients", number(coefficients))
  for (h in unique(persons$stratum)) say("stratum", h, if (finite) persons$N[persons$stratum == h][1] else "-")
  for (i in seq_len(nrow(persons))) say("row", number(persons[i, -4]))
  found <- tryCatch({ ask(persons, design, questions, coefficients, policy); "" }, error = conditionMessage)
  if (found != "") {
    if (!grepl("has only one PSU", found)) stop(found)
    say("lonely")
  }
  say("end")
  made <- made + 1
}
close(out)
